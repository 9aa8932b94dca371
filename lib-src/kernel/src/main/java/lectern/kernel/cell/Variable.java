package lectern.kernel.cell;

/**
 * A variable of the notebook.
 *
 * @param type as declared, with simple names
 * @param value what it holds now
 */
public record Variable(String name, String type, Object value) {}
