package lectern.kernel.compile;

/**
 * The head of a method as the compiler understood it.
 *
 * @param owner the simple name of the class around it
 * @param key tells overloads apart, see {@link lectern.kernel.source.Overloads}
 * @param name its name
 * @param descriptor its descriptor in class files
 * @param text modifiers to throws clause, with full names
 */
public record MethodHeader(String owner, String key, String name, String descriptor, String text) {}
