package lectern.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lectern.data.Interactions;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.math.Parallel;
import lectern.recommend.Exclude;
import lectern.recommend.RatingModel;
import lectern.recommend.Recommender;
import lectern.recommend.Suggestion;

/** Runs one model over the users of a split and gives each metric's values, user by user. */
final class Measure {
  private static final int USERS_BETWEEN_REPORTS = 512;
  private static final int BLOCK = 16;

  private final Split split;
  private final int[] users;
  private final ItemSet[] relevant;
  private final List<Metric> metrics;
  private final int listLength;
  private final boolean predicts;
  private final Exclude exclude;

  Measure(
      Split split,
      int[] users,
      double relevantFrom,
      List<Metric> metrics,
      int listLength,
      Candidates candidates) {
    this.split = split;
    this.users = users;
    this.metrics = metrics;
    this.listLength = listLength;
    this.predicts = metrics.stream().anyMatch(ValueMetric.class::isInstance);
    this.exclude = candidates.exclude(split.train());
    this.relevant =
        Arrays.stream(users)
            .mapToObj(user -> relevant(split.test(), user, relevantFrom))
            .toArray(ItemSet[]::new);
  }

  private static ItemSet relevant(Interactions test, int user, double from) {
    return ItemSet.of(
        IntStream.range(test.start(user), test.start(user + 1))
            .filter(cell -> test.value(cell) >= from)
            .map(test::item)
            .toArray());
  }

  /** The values of each metric, in the order of the metrics. */
  List<UserValues> of(String name, Recommender model, Progress progress) {
    if (!model.items().equals(split.train().items())) {
      throw new UserError(
          "Model \""
              + name
              + "\" scores "
              + model.items().size()
              + " items that are not the split's "
              + split.train().itemCount()
              + ": fit it on split.train().");
    }
    double[][] sums = new double[metrics.size()][users.length];
    int[] counts = new int[users.length];
    try (Progress.Task task = progress.begin("Judging " + name, Math.max(1, users.length))) {
      for (int from = 0; from < users.length; from += USERS_BETWEEN_REPORTS) {
        int first = from;
        int some = Math.min(USERS_BETWEEN_REPORTS, users.length - first);
        Parallel.forBlocks(
            some,
            BLOCK,
            (a, b) -> {
              for (int position = first + a; position < first + b; position++) {
                judge(name, model, position, sums, counts);
              }
            });
        task.at(first + some);
      }
    }
    List<UserValues> values = new ArrayList<>();
    for (int m = 0; m < metrics.size(); m++) {
      values.add(
          metrics.get(m) instanceof ValueMetric metric
              ? UserValues.ofLosses(metric, sums[m], counts)
              : UserValues.of(sums[m]));
    }
    return values;
  }

  private void judge(String name, Recommender model, int position, double[][] sums, int[] counts) {
    int user = users[position];
    int known = model.users().number(split.train().users().id(user));
    int[] suggested = listLength == 0 ? new int[0] : suggested(model, known, user);
    double[] estimates =
        predicts && model instanceof RatingModel rating
            ? estimates(name, rating, known, user)
            : null;
    for (int m = 0; m < metrics.size(); m++) {
      if (metrics.get(m) instanceof ListMetric metric) {
        sums[m][position] = metric.of(suggested, relevant[position]);
      } else if (estimates != null) {
        counts[position] = estimates.length;
        sums[m][position] = losses((ValueMetric) metrics.get(m), estimates, user);
      }
    }
  }

  private int[] suggested(Recommender model, int known, int user) {
    return model.top(known, listLength, ignored -> exclude.itemsOf(user)).stream()
        .mapToInt(Suggestion::item)
        .toArray();
  }

  /** What the model expects of each item that the user has in the test part. */
  private double[] estimates(String name, RatingModel model, int known, int user) {
    double[] all = new double[model.items().size()];
    model.estimates(known, all);
    Interactions test = split.test();
    double[] held = new double[test.sizeOf(user)];
    for (int i = 0; i < held.length; i++) {
      int item = test.item(test.start(user) + i);
      held[i] = all[item];
      if (!Double.isFinite(held[i])) {
        throw new UserError(
            "Model \""
                + name
                + "\" expects "
                + held[i]
                + " of item \""
                + test.items().id(item)
                + "\" for user \""
                + test.users().id(user)
                + "\": a prediction must be a finite number. Did its training diverge?");
      }
    }
    return held;
  }

  private double losses(ValueMetric metric, double[] estimates, int user) {
    double sum = 0;
    for (int i = 0; i < estimates.length; i++) {
      sum += metric.loss(estimates[i], split.test().value(split.test().start(user) + i));
    }
    return sum;
  }
}
