package lectern.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.bench.kernel.KernelsBench;
import lectern.display.UserError;

/**
 * {@code ./lectern bench [NAME…]}: runs the benches of these names; when none is given, all that
 * need no more than the others.
 */
public final class Main {
  /** Every bench; a new one is added here. */
  static final List<Bench> ALL =
      List.of(
          new KMeansBench(),
          new AlsBench(),
          new LstmBench(),
          new QualityBench(),
          new LstmQuality(),
          new StopBench(),
          new KernelsBench());

  private Main() {}

  public static void main(String[] arguments) {
    try {
      System.exit(run(Settings.of(arguments, home(), System.out)) ? 0 : 1);
    } catch (UserError e) {
      System.err.println("lectern: " + e.getMessage());
      System.exit(2);
    } catch (IOException e) {
      System.err.println("lectern: " + e);
      System.exit(1);
    }
  }

  private static Path home() {
    String home = System.getenv("LECTERN_HOME");
    if (home == null) {
      throw new UserError("LECTERN_HOME is not set: start this with ./lectern bench.");
    }
    return Path.of(home);
  }

  private static boolean run(Settings settings) throws IOException {
    boolean held = true;
    for (Bench bench : chosen(settings.names())) {
      held &= bench.run(settings);
      settings.out().println();
    }
    return held;
  }

  static List<Bench> chosen(List<String> names) {
    if (names.isEmpty()) {
      return ALL.stream().filter(bench -> !bench.onlyByName()).toList();
    }
    List<Bench> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(find(name));
    }
    return chosen;
  }

  static Bench find(String name) {
    for (Bench bench : ALL) {
      if (bench.name().equals(name)) {
        return bench;
      }
    }
    StringBuilder list = new StringBuilder();
    for (Bench bench : ALL) {
      list.append("\n  ").append(bench.name()).append(": ").append(bench.about());
    }
    throw new UserError("There is no bench " + name + ". There are:" + list);
  }
}
