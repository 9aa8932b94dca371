package lectern.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import lectern.math.RandomStream;

/**
 * Our times and losses beside a peer's.
 *
 * <p>The ratio is the median of our seconds by the median of theirs; its 95 % interval comes from
 * 10,000 draws of the pairs with replacement (percentiles), with a fixed seed. A bar holds when the
 * interval's upper limit does.
 *
 * @param ours our seconds, pair by pair
 * @param theirs the peer's seconds
 * @param ourCpu the median of our runs' seconds of processor, over all threads
 * @param theirCpu the same of theirs
 * @param ourLoss the largest loss of our runs
 * @param theirLoss the smallest loss of theirs
 */
record Comparison(
    double[] ours,
    double[] theirs,
    double ourCpu,
    double theirCpu,
    double ourLoss,
    double theirLoss,
    double low,
    double high) {
  private static final int DRAWS = 10_000;

  static Comparison of(Peer.Run[] ours, Peer.Run[] theirs) {
    double[] mine = values(ours, Peer.Run::seconds);
    double[] peers = values(theirs, Peer.Run::seconds);
    double[] ratios = drawnRatios(mine, peers);
    return new Comparison(
        mine,
        peers,
        median(values(ours, Peer.Run::cpuSeconds)),
        median(values(theirs, Peer.Run::cpuSeconds)),
        Arrays.stream(values(ours, Peer.Run::loss)).max().orElseThrow(),
        Arrays.stream(values(theirs, Peer.Run::loss)).min().orElseThrow(),
        ratios[(int) (0.025 * DRAWS)],
        ratios[(int) (0.975 * DRAWS)]);
  }

  private static double[] values(Peer.Run[] runs, ToDoubleFunction<Peer.Run> value) {
    return Arrays.stream(runs).mapToDouble(value).toArray();
  }

  private static double[] drawnRatios(double[] ours, double[] theirs) {
    RandomStream random = RandomStream.of(1, "bench", "ratio");
    double[] ratios = new double[DRAWS];
    double[] mine = new double[ours.length];
    double[] peers = new double[ours.length];
    for (int draw = 0; draw < DRAWS; draw++) {
      for (int i = 0; i < ours.length; i++) {
        int pair = random.nextInt(ours.length);
        mine[i] = ours[pair];
        peers[i] = theirs[pair];
      }
      ratios[draw] = median(mine) / median(peers);
    }
    Arrays.sort(ratios);
    return ratios;
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  double ratio() {
    return median(ours) / median(theirs);
  }

  /** Our loss above theirs, as a share of theirs; negative when ours is lower. */
  double excessLoss() {
    return (ourLoss - theirLoss) / Math.abs(theirLoss);
  }

  boolean holds(double limit, double lossTolerance) {
    return high <= limit && excessLoss() <= lossTolerance;
  }

  String text(double limit, double lossTolerance) {
    return String.format(
        Locale.ROOT,
        "%8s  median ms       min       max   processor ms   loss%n%s%n%s%n"
            + "  ratio %.3f, 95 %% interval %.3f to %.3f (%d pairs after %d runs to warm up);"
            + " bar: upper limit at most %.2f: %s%n"
            + "  loss above the peer's: %.1e of it; bar: at most %.0e: %s",
        "",
        row("ours", ours, ourCpu, ourLoss),
        row("peer", theirs, theirCpu, theirLoss),
        ratio(),
        low,
        high,
        ours.length,
        Turns.WARM_UP,
        limit,
        high <= limit ? "holds" : "FAILS",
        excessLoss(),
        lossTolerance,
        excessLoss() <= lossTolerance ? "holds" : "FAILS");
  }

  private static String row(String side, double[] seconds, double cpu, double loss) {
    return String.format(
        Locale.ROOT,
        "%8s %10.2f %9.2f %9.2f %14.2f   %.12g",
        side,
        median(seconds) * 1e3,
        Arrays.stream(seconds).min().orElseThrow() * 1e3,
        Arrays.stream(seconds).max().orElseThrow() * 1e3,
        cpu * 1e3,
        loss);
  }
}
