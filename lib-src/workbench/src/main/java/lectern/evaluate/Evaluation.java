package lectern.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.recommend.Recommender;

/**
 * Judges models on the same users, candidates and metrics.
 *
 * <pre>{@code
 * var results = Evaluation.of("MovieLens 100K", split).at(10).seed(7).run(popularity, neighbours);
 * results                                         // a table with intervals and its protocol
 * results.compare("NDCG@10", "popularity")        // paired tests against the baseline
 * }</pre>
 *
 * <p>Every user with something in the test part is judged. Immutable: each setting gives a new
 * evaluation. Same bits on any number of threads.
 */
public final class Evaluation {
  private final String data;
  private final Split split;
  private int k;
  private List<Metric> metrics = List.of();
  private OptionalLong seed = OptionalLong.empty();
  private double relevantFrom = Double.NEGATIVE_INFINITY;
  private Candidates candidates = Candidates.UNSEEN;
  private Bootstrap bootstrap = new Bootstrap();
  private Progress progress = Progress.silent();

  private Evaluation(String data, Split split) {
    this.data = Objects.requireNonNull(data, "data");
    this.split = Objects.requireNonNull(split, "split");
  }

  /**
   * An evaluation on this split, with lists of 10, {@link PrecisionAt}, {@link RecallAt}, {@link
   * HitRateAt}, {@link NdcgAt} and {@link Mrr} at 10, every held-out item relevant, {@link
   * Candidates#UNSEEN} and the short {@link Bootstrap}.
   *
   * @param data the data's name, for the protocol line
   */
  public static Evaluation of(String data, Split split) {
    return new Evaluation(data, split);
  }

  /** How many suggestions each user gets; without metrics of your own, also their cut-off. */
  public Evaluation at(int k) {
    Evaluation changed = copy();
    changed.k = ListMetric.checkDepth(k);
    return changed;
  }

  /**
   * What is measured, in the order of the columns.
   *
   * @throws UserError if there is none, or one stands twice
   */
  public Evaluation metrics(Metric... metrics) {
    Set<String> labels = new LinkedHashSet<>();
    for (Metric metric : metrics) {
      if (!labels.add(metric.label())) {
        throw new UserError(metric.label() + " is named twice: name each metric once.");
      }
    }
    if (labels.isEmpty()) {
      throw new UserError("Name at least one metric, such as new RecallAt(10).");
    }
    Evaluation changed = copy();
    changed.metrics = List.of(metrics);
    return changed;
  }

  /** The seed of the draws behind intervals and tests; it must be given. */
  public Evaluation seed(long seed) {
    Evaluation changed = copy();
    changed.seed = OptionalLong.of(seed);
    return changed;
  }

  /** Only held-out items with at least this value count as taken, such as 4 of 5 stars. */
  public Evaluation relevantFrom(double value) {
    if (!Double.isFinite(value)) {
      throw new UserError("relevantFrom must be a finite number, not " + value + ".");
    }
    Evaluation changed = copy();
    changed.relevantFrom = value;
    return changed;
  }

  /** Which items compete for a place in the lists. */
  public Evaluation candidates(Candidates candidates) {
    Evaluation changed = copy();
    changed.candidates = Objects.requireNonNull(candidates, "candidates");
    return changed;
  }

  /** How intervals are made. */
  public Evaluation bootstrap(Bootstrap bootstrap) {
    Evaluation changed = copy();
    changed.bootstrap = Objects.requireNonNull(bootstrap, "bootstrap");
    return changed;
  }

  /** Where it tells how far it has come; silent if unsaid. */
  public Evaluation progress(Progress progress) {
    Evaluation changed = copy();
    changed.progress = Objects.requireNonNull(progress, "progress");
    return changed;
  }

  private Evaluation copy() {
    Evaluation copy = new Evaluation(data, split);
    copy.k = k;
    copy.metrics = metrics;
    copy.seed = seed;
    copy.relevantFrom = relevantFrom;
    copy.candidates = candidates;
    copy.bootstrap = bootstrap;
    copy.progress = progress;
    return copy;
  }

  /** Judges these models under their own names. */
  public Results run(Recommender... models) {
    Map<String, Recommender> named = new LinkedHashMap<>();
    for (Recommender model : models) {
      if (named.put(model.name(), model) != null) {
        throw new UserError(
            "Two models are called \""
                + model.name()
                + "\": give them names of your own, run(new LinkedHashMap<>(…)).");
      }
    }
    return run(named);
  }

  /**
   * Judges these models under the names given, in the order of a {@link LinkedHashMap} or {@link
   * SortedMap}; of another map in the order of the names.
   *
   * @throws UserError if there is no model, no seed, no user to judge on, a metric looks further
   *     than the lists go, or a model was fitted on other items
   */
  public Results run(Map<String, ? extends Recommender> models) {
    if (models.isEmpty()) {
      throw new UserError("There is no model to judge: run(model, …).");
    }
    long drawSeed =
        seed.orElseThrow(
            () -> new UserError("Intervals need a seed: add .seed(7), or any other number."));
    int[] users =
        IntStream.range(0, split.test().userCount())
            .filter(user -> split.test().sizeOf(user) > 0)
            .toArray();
    if (users.length == 0) {
      throw new UserError("The test part of the split is empty: there is nothing to judge on.");
    }
    List<Metric> chosen = chosenMetrics();
    Measure measure =
        new Measure(split, users, relevantFrom, chosen, listLength(chosen), candidates);
    boolean ordered = models instanceof LinkedHashMap || models instanceof SortedMap;
    Map<String, Recommender> inOrder = ordered ? new LinkedHashMap<>() : new TreeMap<>();
    inOrder.putAll(models);
    List<List<UserValues>> values = new ArrayList<>();
    inOrder.forEach((name, model) -> values.add(measure.of(name, model, progress)));
    Protocol protocol =
        new Protocol(data, split, candidates, relevantFrom, chosen, bootstrap, drawSeed);
    return new Results(
        List.copyOf(inOrder.values()),
        List.copyOf(inOrder.keySet()),
        chosen,
        Arrays.stream(users).mapToObj(split.test().users()::id).toList(),
        values,
        protocol,
        progress);
  }

  private List<Metric> chosenMetrics() {
    if (!metrics.isEmpty()) {
      return metrics;
    }
    int at = k == 0 ? 10 : k;
    return List.of(
        new PrecisionAt(at), new RecallAt(at), new HitRateAt(at), new NdcgAt(at), new Mrr(at));
  }

  /** How long the lists are: as chosen, else as far as any metric looks; 0 when none looks. */
  private int listLength(List<Metric> chosen) {
    int deepest = 0;
    for (Metric metric : chosen) {
      int depth = metric instanceof ListMetric list ? list.depth() : 0;
      if (k > 0 && depth > k) {
        throw new UserError(
            metric.label()
                + " looks further than the lists go, which have "
                + k
                + " places: raise at("
                + k
                + ") or leave it out.");
      }
      deepest = Math.max(deepest, depth);
    }
    return Math.min(deepest, Math.max(1, split.train().itemCount()));
  }
}
