package lectern.kernel.message;

/** {@code create_subshell_request}: one more shell, whose cells run beside those of the others. */
public record CreateSubshell() implements Request {}
