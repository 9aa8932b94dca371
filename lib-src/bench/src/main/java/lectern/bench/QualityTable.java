package lectern.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lectern.evaluate.Bootstrap;
import lectern.evaluate.Evaluation;
import lectern.evaluate.Metric;
import lectern.evaluate.Mrr;
import lectern.evaluate.NdcgAt;
import lectern.evaluate.RecallAt;
import lectern.evaluate.Results;
import lectern.evaluate.Split;
import lectern.math.Parallel;
import lectern.recommend.Recommender;

/** Fits the models of a published table on the same split and prints ours beside theirs. */
final class QualityTable {
  private static final Metric[] METRICS = {new RecallAt(10), new NdcgAt(10), new Mrr(10)};

  private final String data;
  private final Split split;
  private final PrintStream out;

  QualityTable(String data, Split split, PrintStream out) {
    this.data = data;
    this.split = split;
    this.out = out;
  }

  /** Prints every row as soon as it is measured; true if every bar held. */
  boolean print(List<QualityRow> rows) {
    out.println(data + ": Recall@10, NDCG@10, MRR@10; ours | theirs | difference | verdict");
    boolean held = true;
    String protocol = "";
    for (QualityRow row : rows) {
      double[] ours = new double[METRICS.length];
      long began = System.nanoTime();
      for (Recommender model : fits(row)) {
        Results results = results(row.model(), model);
        protocol = results.protocol();
        for (int m = 0; m < ours.length; m++) {
          ours[m] += results.value(row.model(), METRICS[m].label()) / row.bar().seeds();
        }
      }
      out.println(line(row, ours, (System.nanoTime() - began) * 1e-9));
      held &= row.holds(ours);
    }
    out.println("  protocol: " + protocol);
    return held;
  }

  /** A model of each seed from 1 on; several seeds share the threads. */
  private static Recommender[] fits(QualityRow row) {
    Recommender[] fits = new Recommender[row.bar().seeds()];
    if (fits.length == 1) {
      fits[0] = row.fit().apply(1);
    } else {
      Parallel.forBlocks(fits.length, 1, (from, to) -> fits[from] = row.fit().apply(from + 1L));
    }
    return fits;
  }

  private Results results(String name, Recommender model) {
    Map<String, Recommender> named = new LinkedHashMap<>();
    named.put(name, model);
    return Evaluation.of(data, split)
        .metrics(METRICS)
        .bootstrap(new Bootstrap(100, 0.95))
        .seed(1)
        .run(named);
  }

  static String line(QualityRow row, double[] ours, double seconds) {
    double[] theirs = row.theirs().all();
    return String.format(
        Locale.ROOT,
        "  %-16s %.4f %.4f %.4f | %.4f %.4f %.4f | %+.4f %+.4f %+.4f | %s: %s  (%s; %.0f s)",
        row.model(),
        ours[0],
        ours[1],
        ours[2],
        theirs[0],
        theirs[1],
        theirs[2],
        ours[0] - theirs[0],
        ours[1] - theirs[1],
        ours[2] - theirs[2],
        row.bar().words(),
        row.holds(ours) ? "holds" : "FAILS",
        row.settings(),
        seconds);
  }
}
