package lectern.display;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bar that is redrawn in place, ten times a second at most.
 *
 * <p>Work of less than a fifth of a second shows no bar at all. Every bundle carries {@link
 * MimeBundle#PROGRESS}: whether a bar was shown depends on the clock.
 */
final class ShownProgress implements Progress {
  private static final long PATIENCE_NANOS = 200_000_000;
  private static final long REDRAW_NANOS = 100_000_000;
  private static final AtomicLong COUNT = new AtomicLong();

  private final Screen screen;

  ShownProgress(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Task begin(String what, long steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("steps must be at least 1, not " + steps + ": " + what);
    }
    return new Bar(what, steps);
  }

  private final class Bar implements Task {
    private final String what;
    private final long steps;
    private final String id = "lectern-progress-" + COUNT.incrementAndGet();
    private final long begun = System.nanoTime();
    private long drawn;
    private boolean visible;
    private long done;
    private String note = "";

    Bar(String what, long steps) {
      this.what = what;
      this.steps = steps;
    }

    @Override
    public synchronized void at(long done, String note) {
      SilentProgress.stopIfInterrupted(what, done, steps);
      this.done = done;
      this.note = note;
      long now = System.nanoTime();
      if (now - begun < PATIENCE_NANOS || (visible && now - drawn < REDRAW_NANOS)) {
        return;
      }
      if (visible || screen.canUpdate()) {
        draw();
        drawn = now;
      }
    }

    @Override
    public synchronized void close() {
      if (visible || System.nanoTime() - begun >= PATIENCE_NANOS) {
        draw();
      }
    }

    private void draw() {
      MimeBundle bundle = bundle(what, done, steps, note);
      if (visible) {
        screen.update(bundle, id);
      } else {
        screen.show(bundle, id);
        visible = true;
      }
    }
  }

  static MimeBundle bundle(String what, long done, long steps, String note) {
    double share = Math.min(1, Math.max(0, done / (double) steps));
    String count = done + " of " + steps;
    String tail = note.isEmpty() ? "" : " · " + note;
    int full = (int) Math.round(share * 20);
    String plain =
        String.format(
            Locale.ROOT,
            "%s %s%s %3.0f %% · %s%s",
            what,
            "█".repeat(full),
            "░".repeat(20 - full),
            share * 100,
            count,
            tail);
    String html =
        "<div style=\"display:flex;align-items:center;gap:8px;font-size:13px\">"
            + "<span>"
            + Html.escape(what)
            + "</span><div style=\"flex:0 0 240px;height:8px;border-radius:4px;overflow:hidden;"
            + "background:var(--jp-layout-color3,#d5d5d5)\"><div style=\"height:100%;width:"
            + String.format(Locale.ROOT, "%.1f", share * 100)
            + "%;background:var(--jp-brand-color1,#1976d2)\"></div></div><span>"
            + count
            + Html.escape(tail)
            + "</span></div>";
    String json = "{\"done\":" + done + ",\"steps\":" + steps + "}";
    return MimeBundle.text(plain)
        .with(MimeBundle.HTML, html)
        .with(MimeBundle.PROGRESS, new MimeBundle.Json(json));
  }
}
