/**
 * What a cell shows: text in batches and in order, displays and their updates, questions.
 *
 * <p>{@link lectern.kernel.output.CellOutput} is the output of one cell; {@link
 * lectern.kernel.output.CurrentOutput} knows which cell a thread belongs to. {@link
 * lectern.kernel.output.Streams} puts both behind {@code System.out}, {@code System.err}, {@code
 * System.in} and the current screen. {@link lectern.kernel.output.Notebook} holds the methods that
 * every cell can call.
 */
package lectern.kernel.output;
