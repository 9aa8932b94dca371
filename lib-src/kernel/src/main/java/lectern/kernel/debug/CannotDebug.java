package lectern.kernel.debug;

/** A request of the debugger that gets a refusal: one sentence for the user. */
final class CannotDebug extends Exception {
  private static final long serialVersionUID = 1L;

  CannotDebug(String why) {
    super(why);
  }
}
