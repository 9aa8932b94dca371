package lectern.kernel.message;

/** {@code comm_msg}: the front end says something over a comm. */
public record CommMessage(String commId) implements Request {}
