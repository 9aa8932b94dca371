package lectern.kernel.client;

/** The kernel has not answered in time, or has ended. */
public final class KernelSilent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KernelSilent(String message) {
    super(message);
  }
}
