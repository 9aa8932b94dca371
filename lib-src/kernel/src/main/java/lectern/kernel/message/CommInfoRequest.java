package lectern.kernel.message;

/**
 * {@code comm_info_request}: which comms are open?
 *
 * @param targetName only comms of this target; "" for all
 */
public record CommInfoRequest(String targetName) implements Request {}
