package lectern.kernel.message;

/** {@code comm_close}: the front end closes a comm. */
public record CommClose(String commId) implements Request {}
