package lectern.article;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import lectern.claim.Checked;
import lectern.claim.ClaimLedger;
import lectern.claim.Verdict;
import lectern.data.WholeFile;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** All claims with their verdicts: what {@code notebooks/claims.json} holds. */
public record ArticleLedger(List<Row> rows) implements Displayable {
  /** A claim and what came of it. */
  public record Row(ArticleClaim claim, Checked checked) {}

  public ArticleLedger {
    rows = List.copyOf(rows);
  }

  /** The rows of one article, chapter or section. */
  public ArticleLedger in(String part) {
    return new ArticleLedger(rows.stream().filter(row -> row.claim().isIn(part)).toList());
  }

  /** The rows of one verdict. */
  public ArticleLedger with(Verdict verdict) {
    return new ArticleLedger(
        rows.stream().filter(row -> row.checked().verdict() == verdict).toList());
  }

  /** How many claims of each article have each verdict. */
  public Table counts() {
    Table table = Table.create("verdicts", StringColumn.create("article", Articles.NAMES));
    for (Verdict verdict : Verdict.values()) {
      table.addColumns(
          IntColumn.create(
              verdict.words(),
              Articles.NAMES.stream()
                  .mapToInt(article -> with(verdict).in(article).rows().size())
                  .toArray()));
    }
    int[] all = Articles.NAMES.stream().mapToInt(article -> in(article).rows().size()).toArray();
    return table.addColumns(IntColumn.create("all", all));
  }

  /** One row for each claim: section, statement, printed, ours, how, verdict, why, notebook. */
  public Table table() {
    return Table.create(
        "claims",
        column("section", row -> row.claim().section()),
        column("statement", row -> row.claim().statement()),
        column("printed", row -> row.checked().printed()),
        column("ours", row -> row.checked().computed()),
        column("how", row -> row.claim().how()),
        column("verdict", row -> row.checked().verdict().words()),
        column("why", row -> row.checked().why()),
        column("notebook", row -> row.claim().notebook()));
  }

  private StringColumn column(String name, Function<Row, String> text) {
    return StringColumn.create(name, rows.stream().map(text).toList());
  }

  /** The rows as a JSON array of objects, indented, in order. */
  public String json() {
    JsonArray all = new JsonArray();
    for (Row row : rows) {
      JsonObject one = new JsonObject();
      one.addProperty("article", row.claim().article());
      one.addProperty("section", row.claim().section().split(" ", 2)[1]);
      one.addProperty("statement", row.claim().statement());
      one.addProperty("printed", row.checked().printed());
      one.addProperty("ours", row.checked().computed());
      one.addProperty("how", row.claim().how());
      one.addProperty("verdict", row.checked().verdict().words());
      one.addProperty("why", row.checked().why());
      one.addProperty("notebook", row.claim().notebook());
      all.add(one);
    }
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(all) + "\n";
  }

  /** Writes {@link #json()} to a file, whole or not at all. */
  public void write(Path file) {
    try {
      WholeFile.write(file, json().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UserError("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private ClaimLedger claims() {
    ClaimLedger ledger = new ClaimLedger();
    rows.forEach(row -> ledger.add(row.checked()));
    return ledger;
  }

  @Override
  public String toString() {
    return claims().toString();
  }

  @Override
  public MimeBundle bundle() {
    return claims().bundle();
  }
}
