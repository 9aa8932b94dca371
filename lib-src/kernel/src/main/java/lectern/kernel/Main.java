package lectern.kernel;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lectern.display.UserError;
import lectern.kernel.wire.ConnectionInfo;
import lectern.kernel.wire.Log;

/** Starts the kernel: {@code lectern.kernel.Main CONNECTION_FILE}. */
public final class Main {
  private static final String USAGE =
      "usage: lectern.kernel.Main CONNECTION_FILE   starts the kernel\n"
          + "       lectern.kernel.Main --train FILE      runs the cells of FILE (separated by"
          + " lines // ---) and ends\n"
          + "       lectern.kernel.Main --version         prints name and version\n"
          + "       java -jar lectern-kernel.jar install (--user | --prefix FOLDER) [--name NAME]\n"
          + "                                             adds the kernel to a Jupyter";

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    List<String> words = Arrays.asList(arguments);
    try {
      if (words.equals(List.of("--version"))) {
        System.out.println("lectern-kernel " + Kernel.VERSION);
      } else if (!words.isEmpty() && words.get(0).equals("install")) {
        System.out.println(Installation.read(words.subList(1, words.size())).write());
      } else if (words.size() == 2 && words.get(0).equals("--train")) {
        System.exit(Training.run(Path.of(words.get(1))));
      } else if (words.size() == 1 && !words.get(0).startsWith("-")) {
        serve(ConnectionInfo.read(Path.of(words.get(0))));
      } else {
        throw new UserError(USAGE);
      }
    } catch (UserError e) {
      Log.say(e.getMessage());
      System.exit(2);
    }
  }

  private static void serve(ConnectionInfo info) throws InterruptedException {
    Ending ending = new Ending();
    Kernel kernel = Kernel.start(info, restart -> ending.ask(0));
    if (!Signals.on("INT", kernel::interrupt)) {
      Log.say("SIGINT ends this process; use the interrupt button");
    }
    Signals.on("TERM", () -> ending.ask(128 + 15));
    Signals.on("HUP", () -> ending.ask(128 + 1));
    ParentWatch.start(System.getenv(), () -> ending.ask(0));
    ending.await(kernel);
  }
}
