/**
 * A cell as text: tokens, the units it consists of, and where generated source came from.
 *
 * <p>{@link lectern.kernel.source.SplitCell} is the entry; nothing here knows the compiler.
 */
package lectern.kernel.source;
