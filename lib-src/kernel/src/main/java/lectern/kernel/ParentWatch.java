package lectern.kernel;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Ends the kernel when the program that started it is gone: nobody could talk to it any more.
 *
 * <p>That program is the one that {@code JPY_PARENT_PID} names, else the parent process. On Windows
 * the variable holds a handle and no process id, and the parent may be the command interpreter of a
 * launcher, which lives on: its own parent is watched then.
 */
final class ParentWatch {
  private ParentWatch() {}

  /**
   * Calls that once the starting program is gone.
   *
   * @return false where there is none to watch
   */
  static boolean start(Map<String, String> environment, Runnable gone) {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    Optional<ProcessHandle> starter = starter(environment, windows);
    starter.ifPresent(process -> process.onExit().thenRun(gone));
    return starter.isPresent();
  }

  /** The program that started this process. */
  static Optional<ProcessHandle> starter(Map<String, String> environment, boolean windows) {
    Optional<ProcessHandle> named =
        windows
            ? Optional.empty()
            : Optional.ofNullable(environment.get("JPY_PARENT_PID")).flatMap(ParentWatch::process);
    return named.or(() -> ProcessHandle.current().parent().map(ParentWatch::behindLauncher));
  }

  private static Optional<ProcessHandle> process(String id) {
    try {
      return ProcessHandle.of(Long.parseLong(id.trim()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static ProcessHandle behindLauncher(ProcessHandle parent) {
    String command = parent.info().command().orElse("").toLowerCase(Locale.ROOT);
    return command.endsWith("\\cmd.exe") ? parent.parent().orElse(parent) : parent;
  }
}
