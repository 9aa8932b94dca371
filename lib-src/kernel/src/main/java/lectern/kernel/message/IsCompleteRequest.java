package lectern.kernel.message;

/** {@code is_complete_request}: could this be run as it stands, or is there more to come? */
public record IsCompleteRequest(String code) implements Request {}
