package lectern.kernel.message;

/** {@code list_subshell_request}: which shells there are besides the first. */
public record ListSubshells() implements Request {}
