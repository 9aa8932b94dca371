/**
 * Lines that begin with % and cells that begin with %%.
 *
 * <p>{@link lectern.kernel.magic.CellRunner} splits a cell into Java and magics and runs them in
 * order. A magic is a {@link lectern.display.Magic} that the kernel has of its own or that a jar
 * names in {@code META-INF/services}.
 */
package lectern.kernel.magic;
