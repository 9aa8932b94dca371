package lectern.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** What a number depends on, in one line: nobody can compare numbers without it. */
record Protocol(
    String data,
    Split split,
    Candidates candidates,
    double relevantFrom,
    List<Metric> metrics,
    Bootstrap bootstrap,
    long seed) {

  String text() {
    StringBuilder out = new StringBuilder();
    int cells = split.train().size() + split.test().size();
    add(
        out,
        "Data: %s (%,d interactions of %,d users with %,d items)",
        data,
        cells,
        split.train().userCount(),
        split.train().itemCount());
    add(
        out,
        "Split: %s; %,d to learn from, %,d to test on, of %,d users%s",
        split.how(),
        split.train().size(),
        split.test().size(),
        split.testUsers(),
        split.usersKeptWhole() == 0
            ? ""
            : String.format(Locale.ROOT, " (kept whole: %,d)", split.usersKeptWhole()));
    TreeSet<Integer> cutOffs = new TreeSet<>();
    for (Metric metric : metrics) {
      if (metric instanceof ListMetric list) {
        cutOffs.add(list.depth());
      }
    }
    if (!cutOffs.isEmpty()) {
      add(out, "Candidates: %s", candidates.words(split.train().itemCount()));
      add(out, "Relevant: %s", relevantWords());
      add(out, "Cut-off: %s", words(cutOffs));
    }
    add(
        out,
        "Intervals: %s %%, percentile bootstrap over users, %,d draws, seed %d",
        Split.percent(bootstrap.level()),
        bootstrap.resamples(),
        seed);
    return out.toString();
  }

  private String relevantWords() {
    if (relevantFrom == Double.NEGATIVE_INFINITY) {
      return "every held-out item";
    }
    String from = Double.toString(relevantFrom).replaceAll("\\.0$", "");
    return "held-out items with a value of at least " + from;
  }

  private static String words(TreeSet<Integer> cutOffs) {
    List<String> words =
        cutOffs.stream().map(k -> k == Integer.MAX_VALUE ? "none" : Integer.toString(k)).toList();
    return String.join(", ", words);
  }

  private static void add(StringBuilder out, String format, Object... values) {
    out.append(out.isEmpty() ? "" : ". ").append(String.format(Locale.ROOT, format, values));
  }
}
