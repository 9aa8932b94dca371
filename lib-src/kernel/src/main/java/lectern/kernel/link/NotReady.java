package lectern.kernel.link;

/** A method was called that refers to something which is not defined, or no longer compiles. */
public final class NotReady extends Error {
  private static final long serialVersionUID = 1L;

  NotReady(String message) {
    super(message);
  }
}
