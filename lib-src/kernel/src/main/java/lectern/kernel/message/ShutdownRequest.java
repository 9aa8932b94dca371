package lectern.kernel.message;

/**
 * {@code shutdown_request}: end.
 *
 * @param restart whether the front end will start a kernel anew
 */
public record ShutdownRequest(boolean restart) implements Request {}
