package lectern.kernel.debug;

/**
 * Something that a value holds.
 *
 * @param name of the field, index or key
 * @param value may be null
 */
record Part(String name, Object value) {}
