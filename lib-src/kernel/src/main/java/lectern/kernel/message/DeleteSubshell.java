package lectern.kernel.message;

/** {@code delete_subshell_request}: stops what that shell runs and ends it. */
public record DeleteSubshell(String subshell) implements Request {}
