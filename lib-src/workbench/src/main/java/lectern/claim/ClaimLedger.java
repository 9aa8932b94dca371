package lectern.claim;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lectern.data.WholeFile;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The checked claims of a notebook in the order in which they were added. */
public final class ClaimLedger implements Displayable {
  private final List<Checked> rows = new ArrayList<>();

  /**
   * Adds a checked claim and gives it back, so that a cell shows it. A claim with the same section
   * and words is replaced in its place: running a cell again does not count twice.
   */
  public Checked add(Checked checked) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).section().equals(checked.section())
          && rows.get(i).what().equals(checked.what())) {
        rows.set(i, checked);
        return checked;
      }
    }
    rows.add(checked);
    return checked;
  }

  /** All of them, in order. */
  public List<Checked> rows() {
    return Collections.unmodifiableList(rows);
  }

  /** How many have each verdict; verdicts that none has are left out. */
  public Map<Verdict, Integer> counts() {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    rows.forEach(row -> counts.merge(row.verdict(), 1, Integer::sum));
    return counts;
  }

  /** One row for each claim: section, claim, printed, ours, verdict, why. */
  public Table table() {
    return Table.create(
        "claims",
        column("section", rows.stream().map(Checked::section).toList()),
        column("claim", rows.stream().map(Checked::what).toList()),
        column("printed", rows.stream().map(Checked::printed).toList()),
        column("ours", rows.stream().map(Checked::computed).toList()),
        column("verdict", rows.stream().map(row -> row.verdict().words()).toList()),
        column("why", rows.stream().map(Checked::why).toList()));
  }

  private static StringColumn column(String name, List<String> values) {
    return StringColumn.create(name, values);
  }

  /** The rows as a JSON array of objects, indented, in order. */
  public String json() {
    JsonArray all = new JsonArray();
    for (Checked row : rows) {
      JsonObject one = new JsonObject();
      one.addProperty("article", row.article());
      one.addProperty("section", row.section());
      one.addProperty("claim", row.what());
      one.addProperty("printed", row.printed());
      one.addProperty("ours", row.computed());
      one.addProperty("verdict", row.verdict().words());
      one.addProperty("why", row.why());
      all.add(one);
    }
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(all) + "\n";
  }

  /** Writes {@link #json()} to a file, whole or not at all. */
  public void write(Path file) {
    try {
      WholeFile.write(file, json().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The counts in words: {@code "7 claims: 3 agrees, 4 differs"}. */
  @Override
  public String toString() {
    String each =
        counts().entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey().words())
            .collect(Collectors.joining(", "));
    return rows.size()
        + (rows.size() == 1 ? " claim" : " claims")
        + (each.isEmpty() ? "" : ": " + each);
  }

  @Override
  public MimeBundle bundle() {
    String text = toString() + "\n" + table().printAll();
    return MimeBundle.text(text).with(MimeBundle.HTML, LedgerHtml.of(toString(), rows));
  }
}
