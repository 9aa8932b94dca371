package lectern.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final class Recorder implements Screen {
    final List<String> seen = new ArrayList<>();

    @Override
    public void show(MimeBundle bundle) {
      seen.add("show " + bundle.plain());
    }

    @Override
    public void show(MimeBundle bundle, String id) {
      seen.add("show " + bundle.plain());
    }

    @Override
    public void update(MimeBundle bundle, String id) {
      seen.add("update " + bundle.plain());
    }

    @Override
    public boolean canUpdate() {
      return true;
    }
  }

  @Test
  void shortWorkShowsNoBar() {
    Recorder screen = new Recorder();
    try (var task = Progress.on(screen).begin("quick", 2)) {
      task.at(1);
      task.at(2);
    }
    assertEquals(List.of(), screen.seen);
  }

  @Test
  void longWorkShowsOneBarAndUpdatesIt() throws InterruptedException {
    Recorder screen = new Recorder();
    try (var task = Progress.on(screen).begin("slow", 4)) {
      Thread.sleep(250);
      task.at(1, "loss 3");
      task.at(2);
      task.at(4, "loss 1");
    }
    // A machine under load may redraw in between, never more often than it was told to.
    assertTrue(screen.seen.size() >= 2 && screen.seen.size() <= 4, screen.seen.toString());
    assertEquals("show slow █████░░░░░░░░░░░░░░░  25 % · 1 of 4 · loss 3", screen.seen.get(0));
    assertEquals(
        "update slow ████████████████████ 100 % · 4 of 4 · loss 1",
        screen.seen.get(screen.seen.size() - 1));
  }

  @Test
  void anInterruptedThreadStopsAtTheNextStep() {
    for (Progress progress : List.of(Progress.silent(), Progress.on(new Recorder()))) {
      try (var task = progress.begin("work", 10)) {
        Thread.currentThread().interrupt();
        var stopped = assertThrows(CancellationException.class, () -> task.at(3));
        assertEquals("work stopped after 3 of 10 steps", stopped.getMessage());
      }
    }
  }

  @Test
  void aTerminalRewritesItsLine() {
    var bytes = new ByteArrayOutputStream();
    var screen = new TerminalScreen(new PrintStream(bytes, true, StandardCharsets.UTF_8), true);
    screen.show(MimeBundle.text("step 10"), "a");
    screen.update(MimeBundle.text("done"), "a");
    screen.show(MimeBundle.text("next"));
    String text = bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    assertEquals("step 10\rdone   \nnext\n", text);
    assertTrue(screen.canUpdate());
  }
}
