package lectern.kernel.wire;

/** A message that is not one, or that nobody with the key has signed. It is dropped. */
public final class BadMessage extends Exception {
  private static final long serialVersionUID = 1L;

  BadMessage(String why) {
    super(why);
  }
}
