package lectern.kernel.message;

/** {@code kernel_info_request}: who are you? */
public record KernelInfoRequest() implements Request {}
