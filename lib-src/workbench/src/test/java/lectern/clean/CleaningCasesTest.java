package lectern.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lectern.data.EventLog;
import lectern.data.EventLogBuilder;
import lectern.data.Events;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tech.tablesaw.api.Table;

/** The cases of cases.txt: what each step does to each row. */
class CleaningCasesTest {
  private static final Map<String, CleaningStep> STEPS =
      Map.ofEntries(
          Map.entry("exact duplicates", new ExactDuplicates()),
          Map.entry("exact duplicates with a time", new ExactDuplicates(true)),
          Map.entry("fired again", DoubleFired.within(3)),
          Map.entry(
              "fired again anyhow",
              DoubleFired.within(3).withAnyValue().onAnyPlatform().of(Events.CLICK)),
          Map.entry("drop without value", MissingValues.drop(MissingValues.Field.VALUE)),
          Map.entry(
              "drop shares without value",
              MissingValues.drop(MissingValues.Field.VALUE).of(Events.SHARE)),
          Map.entry("fill median", MissingValues.fillMedian()),
          Map.entry("fill median of share", MissingValues.fillMedian().of(Events.SHARE)),
          Map.entry("fill 0 in shares", MissingValues.fill(0).of(Events.SHARE)),
          Map.entry("flag without time", MissingValues.flag(MissingValues.Field.TIME)),
          Map.entry("drop without course", MissingValues.drop(MissingValues.Field.COURSE)),
          Map.entry("drop without platform", MissingValues.drop(MissingValues.Field.PLATFORM)),
          Map.entry("platform names", PlatformNames.usual().called("wechat", "wx")),
          Map.entry("outliers", Outliers.mad(Outliers.Action.DROP).fewest(6)),
          Map.entry("cap by quartiles", Outliers.iqr(Outliers.Action.CAP).fewest(5)),
          Map.entry(
              "flag on a log scale",
              Outliers.mad(Outliers.Action.FLAG).fewest(6).onLogScale().of(Events.VIEW)),
          Map.entry("impossible", ImpossibleValues.usual(100).before(10)),
          Map.entry(
              "rating needs purchase",
              ImpossibleValues.none().without(Events.RATING, Events.PURCHASE).flagged()));

  private record Case(String name, List<String> steps, List<String[]> rows) {}

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream in = CleaningCasesTest.class.getResourceAsStream("cases.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("== ")) {
          cases.add(new Case(line.substring(3), new ArrayList<>(), new ArrayList<>()));
        } else if (line.startsWith("step ")) {
          cases.get(cases.size() - 1).steps().add(line.substring(5));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          cases.get(cases.size() - 1).rows().add(line.split("\\s*\\|\\s*"));
        }
      }
    }
    return cases;
  }

  @TestFactory
  Stream<DynamicTest> everyCase() throws IOException {
    return cases().stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> check(c)));
  }

  private static void check(Case each) {
    EventLogBuilder rows = EventLog.builder();
    for (String[] f : each.rows()) {
      rows.add(
          f[0],
          f[1].equals("-") ? null : f[1],
          f[2],
          f[3].equals("-") ? null : f[3],
          f[4].equals("-") ? EventLog.NO_TIME : Long.parseLong(f[4]),
          f[5].equals("-") ? Double.NaN : Double.parseDouble(f[5]));
    }
    Cleaning cleaning = Cleaning.of(rows.build());
    for (String step : each.steps()) {
      assertTrue(STEPS.containsKey(step), step);
      cleaning = cleaning.step(STEPS.get(step));
    }
    CleaningReport report = cleaning.run();
    assertEquals(each.rows().stream().map(f -> f[6]).toList(), fates(report));
  }

  private static List<String> fates(CleaningReport report) {
    String[] out = new String[report.original().size()];
    for (int row : report.originalRows()) {
      out[row] = "keep";
    }
    mark(out, report.dropped(), row -> "drop");
    mark(out, report.flagged(), row -> "flag");
    Table mended = report.mended();
    mark(out, mended, row -> "mend " + mended.getString(row, "now"));
    int[] origin = report.originalRows();
    IntStream.range(0, origin.length)
        .filter(row -> out[origin[row]].equals("keep"))
        .forEach(
            row ->
                assertEquals(report.original().value(origin[row]), report.log().value(row), 0.0));
    return List.of(out);
  }

  private static void mark(String[] out, Table touched, Function<Integer, String> word) {
    for (int row = 0; row < touched.rowCount(); row++) {
      out[touched.intColumn("row").get(row)] =
          word.apply(row) + ": " + touched.stringColumn("reason").get(row);
    }
  }
}
