package lectern.kernel.message;

/** {@code interrupt_request}: stop the cell that runs. */
public record InterruptRequest() implements Request {}
