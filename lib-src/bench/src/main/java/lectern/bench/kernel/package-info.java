/**
 * Jupyter kernels beside each other, driven over their sockets by one client: {@code ./lectern
 * bench kernels}.
 *
 * <p>{@link lectern.bench.kernel.KernelsBench} prints a table with a column for each {@link
 * lectern.bench.kernel.InstalledKernel}. A row is a {@link lectern.bench.kernel.Row}: what it tries
 * stands in {@link lectern.bench.kernel.SpeedRows} and {@link lectern.bench.kernel.RobustRows}, in
 * the words of each language in {@link lectern.bench.kernel.Phrases}.
 */
package lectern.bench.kernel;
