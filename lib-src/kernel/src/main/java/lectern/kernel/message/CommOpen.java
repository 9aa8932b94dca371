package lectern.kernel.message;

/** {@code comm_open}: the front end wants a comm to a target in the kernel. */
public record CommOpen(String commId, String targetName) implements Request {}
