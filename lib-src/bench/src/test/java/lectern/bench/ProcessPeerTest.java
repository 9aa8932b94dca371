package lectern.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessPeerTest {
  /** A process that adds up what it is asked: its loss is the number of runs so far. */
  public static final class Adder {
    public static void main(String[] arguments) throws IOException {
      if (arguments[0].equals("mute")) {
        return;
      }
      var questions = new BufferedReader(new InputStreamReader(System.in));
      if (arguments[0].equals("babble")) {
        System.out.println("hello");
      }
      int[] runs = new int[1];
      Worker.serve(
          new Work.Attempt() {
            @Override
            public void run() {
              runs[0]++;
            }

            @Override
            public double loss() {
              return runs[0];
            }
          },
          questions,
          System.out);
    }
  }

  private static ProcessPeer start(String how) throws IOException {
    return new ProcessPeer(
        "the adder",
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Adder.class.getName(),
            how));
  }

  @Test
  void oneProcessAnswersEveryRun() throws IOException {
    try (ProcessPeer peer = start("speak")) {
      assertTrue(peer.about().startsWith("Java "), peer.about());
      assertEquals(1, peer.run().loss());
      Peer.Run second = peer.run();
      assertEquals(2, second.loss());
      assertTrue(second.seconds() >= 0 && second.seconds() < 60);
    }
  }

  @Test
  void aProcessThatDoesNotSpeakIsNamed() {
    String mute = assertThrows(IOException.class, () -> start("mute")).getMessage();
    assertEquals("The process of the adder ended before it answered.", mute);
    String babble = assertThrows(IOException.class, () -> start("babble")).getMessage();
    assertEquals("The process of the adder answered \"hello\".", babble);
  }
}
