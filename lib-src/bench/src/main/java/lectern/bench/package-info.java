/**
 * Lectern beside the programs that people use today, measured: {@code ./lectern bench [NAME…]}.
 *
 * <p>Start at {@link lectern.bench.Main}, which knows every {@link lectern.bench.Bench} by its
 * name.
 *
 * <p>A comparison of speed is a {@link lectern.bench.SpeedBench}: one class here and one file
 * beside it in {@code src/main/python}. Each of its {@link lectern.bench.Work works} writes its
 * inputs once, then ours and the peer, each a process that stays alive ({@link
 * lectern.bench.Peer}), take turns ({@link lectern.bench.Turns}) on the same files. What comes out
 * is a {@link lectern.bench.Comparison}: medians, extremes, and an interval of the ratio.
 *
 * <p>A measurement of another kind implements {@link lectern.bench.Bench} itself.
 */
package lectern.bench;
