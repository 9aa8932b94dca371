package lectern.kernel.cell;

/**
 * A variable of the session.
 *
 * @param type as it is declared, such as {@code List<String>}
 * @param value its value now, may be null
 */
public record Variable(String name, String type, Object value) {}
