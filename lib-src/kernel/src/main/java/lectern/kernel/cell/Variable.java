package lectern.kernel.cell;

/**
 * A variable of the session.
 *
 * @param type as it was declared or found, such as {@code List<String>}
 * @param value the current one; may be null
 */
public record Variable(String name, String type, Object value) {}
