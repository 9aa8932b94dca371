/**
 * What a compiler's error means to somebody who learns Java: one sentence below the compiler's
 * words, with the way out.
 *
 * <p>{@link lectern.kernel.hint.Hints} finds the sentence. A hint is a method that is given a
 * {@link lectern.kernel.hint.Mistake} and answers "" where it has nothing to say; it stands in the
 * table of its class under the compiler's own name for the error. To add one, write the method, put
 * it in the table and a cell that needs it in {@code hints.txt} of the tests.
 */
package lectern.kernel.hint;
