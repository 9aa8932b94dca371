package lectern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine in one line, with how busy it is: a ratio from a busy one deserves less trust. */
final class Machine {
  private Machine() {}

  static String line() {
    String told = System.getenv("LECTERN_MACHINE");
    String machine =
        told != null
            ? told
            : System.getProperty("os.arch")
                + ", "
                + Runtime.getRuntime().availableProcessors()
                + " cores";
    return machine + busy();
  }

  private static String busy() {
    try {
      String[] load = Files.readString(Path.of("/proc/loadavg")).split(" ");
      return ", load of the last minute " + load[0];
    } catch (IOException e) {
      return "";
    }
  }
}
