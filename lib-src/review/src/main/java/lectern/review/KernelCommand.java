package lectern.review;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lectern.kernel.client.KernelProcess;

/** How a fresh kernel is started. */
final class KernelCommand {
  private KernelCommand() {}

  /**
   * The launcher that the kernel spec names, where Lectern is set up; otherwise this process's own
   * Java and class path.
   */
  static List<String> here() {
    String home = System.getenv("LECTERN_HOME");
    if (home != null && Files.exists(Path.of(home, ".lectern", "classpath"))) {
      Path launcher = Path.of(home, "environment", "kernel-launcher");
      return List.of("/bin/sh", launcher.toString(), KernelProcess.CONNECTION_FILE);
    }
    return ofThisProcess();
  }

  /** This process's own Java and class path. */
  static List<String> ofThisProcess() {
    return KernelProcess.javaCommand("--add-modules=jdk.incubator.vector");
  }
}
