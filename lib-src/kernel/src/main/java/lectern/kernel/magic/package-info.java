/**
 * Magics: lines of a cell that begin with {@code %}, and cells that begin with {@code %%}.
 *
 * <p>Entry: {@link lectern.kernel.magic.CellRunner}, which runs a cell, Java and magics in order.
 * {@link lectern.kernel.magic.Magics} divides a cell into {@link lectern.kernel.magic.CellPart}s
 * and runs the calls among them on a {@link lectern.kernel.magic.MagicHost}. To add a magic,
 * implement {@link lectern.display.Magic} and name it in {@code
 * META-INF/services/lectern.display.Magic}.
 *
 * <p>A line is a magic when it begins, after spaces, with {@code %} followed at once by a letter,
 * outside comments, text blocks and brackets, and a statement could begin there: the code above it
 * ends with a semicolon, or there is none; or the line itself has no semicolon at its end, and the
 * name is a magic's or the code above ends with a brace. A cell is one magic when its first line
 * that is not blank begins with {@code %%}.
 */
package lectern.kernel.magic;
