package lectern.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Several {@link PairedComparison}s at once, their p-values corrected by {@link Holm}, and what
 * they show at the level of the intervals: "better", "worse" or "not told apart".
 *
 * @param metric what is compared
 * @param all the comparisons, in the order of the models
 * @param protocol what the numbers depend on
 */
public record Comparisons(Metric metric, List<PairedComparison> all, String protocol)
    implements Displayable {

  public Comparisons {
    all = List.copyOf(all);
  }

  /** The p-values corrected for how many comparisons there are. */
  public double[] adjustedP() {
    return Holm.adjust(all.stream().mapToDouble(PairedComparison::p).toArray());
  }

  /** For each comparison "better", "worse" or "not told apart". */
  public List<String> verdicts() {
    double[] p = adjustedP();
    List<String> verdicts = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      PairedComparison one = all.get(i);
      boolean above = one.difference() > 0;
      verdicts.add(
          !(p[i] <= 1 - one.interval().level())
              ? "not told apart"
              : above == metric.higherIsBetter() ? "better" : "worse");
    }
    return verdicts;
  }

  /** One line for each comparison. */
  public Table table() {
    return Table.create(
        metric.label(),
        StringColumn.create("model", all.stream().map(PairedComparison::first).toList()),
        StringColumn.create("against", all.stream().map(PairedComparison::second).toList()),
        DoubleColumn.create(
            "difference", all.stream().mapToDouble(PairedComparison::difference).toArray()),
        DoubleColumn.create("low", all.stream().mapToDouble(c -> c.interval().low()).toArray()),
        DoubleColumn.create("high", all.stream().mapToDouble(c -> c.interval().high()).toArray()),
        DoubleColumn.create("p", all.stream().mapToDouble(PairedComparison::p).toArray()),
        DoubleColumn.create("p (Holm)", adjustedP()),
        StringColumn.create("verdict", verdicts()));
  }

  @Override
  public String toString() {
    return sheet().text();
  }

  @Override
  public MimeBundle bundle() {
    return sheet().bundle();
  }

  private Sheet sheet() {
    double[] adjusted = adjustedP();
    List<String> verdicts = verdicts();
    List<List<Sheet.Cell>> rows = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      PairedComparison one = all.get(i);
      rows.add(
          List.of(
              Sheet.Cell.of(one.first()),
              Sheet.Cell.of(one.second()),
              new Sheet.Cell(
                  String.format(Locale.ROOT, "%+.4f", one.difference()),
                  one.interval().toString(),
                  false),
              Sheet.Cell.of(p(one.p(), one.p() == one.smallestP())),
              Sheet.Cell.of(p(adjusted[i], one.p() == one.smallestP())),
              new Sheet.Cell(verdicts.get(i), "", !verdicts.get(i).startsWith("not"))));
    }
    return new Sheet(
        List.of(
            new Sheet.Column("model", "", false),
            new Sheet.Column("against", "", false),
            new Sheet.Column("difference", metric.label(), true),
            new Sheet.Column("p", "paired bootstrap", true),
            new Sheet.Column("p (Holm)", adjusted.length + " compared", true),
            new Sheet.Column("verdict", "", false)),
        rows,
        List.of(protocol + "."));
  }

  /** A p-value; one that the draws could not show smaller says so. */
  private static String p(double value, boolean smallest) {
    return (smallest ? "≤ " : "") + String.format(Locale.ROOT, "%.4f", value);
  }
}
