/**
 * The Jupyter kernel for Java: {@link lectern.kernel.Main} starts one, {@link
 * lectern.kernel.Kernel} is one.
 *
 * <p>A request's way: {@code wire} checks its signature, {@code message} reads it, {@code session}
 * works on it, {@code magic} and {@code cell} run the code, {@code output} sends what it shows.
 * Code that runs on and on is ended by {@code stop}; {@code memory} keeps room for when the heap is
 * full. A client for programs and tests is in {@code client}.
 */
package lectern.kernel;
