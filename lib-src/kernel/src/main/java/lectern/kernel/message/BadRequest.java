package lectern.kernel.message;

/**
 * A request of a known type whose content is not what the protocol says. It gets an error reply.
 */
public final class BadRequest extends Exception {
  private static final long serialVersionUID = 1L;

  BadRequest(String why) {
    super(why);
  }
}
