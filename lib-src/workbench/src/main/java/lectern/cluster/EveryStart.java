package lectern.cluster;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Lloyd's iterations from every set of k rows as starting centres: where K-means may end.
 *
 * @param runs one for each set of rows, in lexicographic order
 */
public record EveryStart(List<Run> runs) implements Displayable {
  private static final int MOST = 100_000;

  /**
   * One run.
   *
   * @param startRows the rows that were the starting centres, numbered from 0
   */
  public record Run(List<Integer> startRows, KMeansModel model) {}

  public EveryStart {
    runs = List.copyOf(runs);
  }

  /** Runs all; at most 100,000 sets of rows. */
  public static EveryStart of(DenseMatrix rows, int k) {
    if (k < 1 || k > rows.rows()) {
      throw new UserError(
          "k must be between 1 and the number of rows: k = " + k + ", rows = " + rows.rows() + ".");
    }
    BigInteger sets = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      sets = sets.multiply(BigInteger.valueOf(rows.rows() - k + i)).divide(BigInteger.valueOf(i));
    }
    if (sets.compareTo(BigInteger.valueOf(MOST)) > 0) {
      throw new UserError(
          "There are "
              + sets
              + " sets of "
              + k
              + " out of "
              + rows.rows()
              + " rows, and at most "
              + MOST
              + " are tried. Use KMeans with restarts.");
    }
    List<Run> runs = new ArrayList<>();
    int[] chosen = IntStream.range(0, k).toArray();
    do {
      var options = KMeans.Options.from(rows.selectRows(chosen));
      runs.add(new Run(IntStream.of(chosen).boxed().toList(), KMeans.fit(rows, options, 0)));
    } while (next(chosen, rows.rows()));
    return new EveryStart(runs);
  }

  /** Moves on to the next set in lexicographic order; false after the last. */
  private static boolean next(int[] chosen, int n) {
    int i = chosen.length - 1;
    while (i >= 0 && chosen[i] == n - chosen.length + i) {
      i--;
    }
    if (i < 0) {
      return false;
    }
    chosen[i]++;
    for (int j = i + 1; j < chosen.length; j++) {
      chosen[j] = chosen[j - 1] + 1;
    }
    return true;
  }

  /** How many runs end within a billionth of this J. */
  public long reaching(double objective) {
    return runs.stream()
        .filter(run -> run.model().objective() <= objective + 1e-9 * Math.abs(objective))
        .count();
  }

  /** Starting rows (numbered from 1), the groups in the end, J, iterations. */
  public Table table() {
    return Table.create(
        "every start",
        StringColumn.create("start rows", runs.stream().map(EveryStart::startText).toList()),
        StringColumn.create(
            "groups", runs.stream().map(run -> run.model().partition().toString()).toList()),
        DoubleColumn.create(
            "J", runs.stream().mapToDouble(run -> run.model().objective()).toArray()),
        IntColumn.create(
            "iterations", runs.stream().mapToInt(run -> run.model().iterations()).toArray()));
  }

  private static String startText(Run run) {
    return run.startRows().stream()
        .map(row -> Integer.toString(row + 1))
        .collect(Collectors.joining(", "));
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle("Lloyd's iterations from each of " + runs.size() + " starts", table());
  }
}
