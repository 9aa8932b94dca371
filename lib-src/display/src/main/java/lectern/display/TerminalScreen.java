package lectern.display;

import java.io.PrintStream;

/** Prints the plain text of what is shown. On a real terminal the last line can be rewritten. */
final class TerminalScreen implements Screen {
  private final PrintStream out;
  private final boolean rewritable;

  /** The name and length of the line that can still be rewritten; no name where there is none. */
  private String openId;

  private int openLength;

  TerminalScreen(PrintStream out, boolean rewritable) {
    this.out = out;
    this.rewritable = rewritable;
  }

  @Override
  public synchronized void show(MimeBundle bundle) {
    endOpenLine();
    if (!bundle.isEmpty()) {
      out.println(bundle.plain());
    }
  }

  @Override
  public synchronized void show(MimeBundle bundle, String id) {
    String text = bundle.plain();
    if (!rewritable || text.contains("\n")) {
      show(bundle);
      return;
    }
    endOpenLine();
    out.print(text);
    out.flush();
    openId = id;
    openLength = text.length();
  }

  @Override
  public synchronized void update(MimeBundle bundle, String id) {
    String text = bundle.plain();
    if (!id.equals(openId) || text.contains("\n")) {
      show(bundle, id);
      return;
    }
    out.print("\r" + text + " ".repeat(Math.max(0, openLength - text.length())));
    out.flush();
    openLength = text.length();
  }

  @Override
  public boolean canUpdate() {
    return rewritable;
  }

  private void endOpenLine() {
    if (openId != null) {
      out.println();
      openId = null;
    }
  }
}
