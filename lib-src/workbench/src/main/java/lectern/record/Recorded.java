package lectern.record;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lectern.data.Titled;
import lectern.display.Decimal;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.recommend.Recommender;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The numbers of a notebook that a rerun must give again.
 *
 * <pre>{@code
 * new Recorded()
 *     .add("J of the best groups", best.objective())
 *     .addNative("Recall@10 of the LSTM", recall, 0.002)
 * }</pre>
 *
 * <p>As the last value of a cell it shows a table, and hands the numbers to whoever reruns the
 * notebook. A number must come again to the last bit, on any processor and Java. One that passes
 * through a native library (OpenBLAS, stock DL4J) cannot promise that: it is marked {@code native}
 * and must come again within its tolerance, which was measured between processors and is at most a
 * tenth of the spread over seeds.
 */
public final class Recorded implements Displayable {
  /** The form in which a rerun finds the numbers. */
  public static final String MIME = "application/vnd.lectern.recorded+json";

  /**
   * One of them.
   *
   * @param value the shortest decimal that gives the same bits, or a text
   * @param tolerance −1 where it must be the same to the bit
   */
  public record Entry(String name, String value, double tolerance) {
    public boolean isNative() {
      return tolerance >= 0;
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  /** Records a number that must come again to the bit. */
  public Recorded add(String name, double value) {
    String text = Double.isFinite(value) ? Decimal.text(value) : Double.toString(value);
    return put(new Entry(name, text, -1));
  }

  /** Records a text that must come again. */
  public Recorded add(String name, String text) {
    return put(new Entry(name, text, -1));
  }

  /** Records where a model comes from: its class, the data's checksum, options and seed. */
  public Recorded add(Recommender model) {
    return add("provenance of " + model.name(), model.provenance().toString());
  }

  /**
   * Records a number that passes through a native library.
   *
   * @param value a finite number
   * @param tolerance how far a rerun may be off, above 0
   */
  public Recorded addNative(String name, double value, double tolerance) {
    if (!(tolerance > 0 && tolerance < Double.POSITIVE_INFINITY)) {
      throw new UserError(
          "The tolerance of \"" + name + "\" must be above 0, not " + tolerance + ".");
    }
    if (!Double.isFinite(value)) {
      throw new UserError("\"" + name + "\" must be a finite number, not " + value + ".");
    }
    return put(new Entry(name, Decimal.text(value), tolerance));
  }

  private Recorded put(Entry entry) {
    if (entries.stream().anyMatch(known -> known.name().equals(entry.name()))) {
      throw new UserError("\"" + entry.name() + "\" is recorded twice: give it another name.");
    }
    entries.add(entry);
    return this;
  }

  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  private Table table() {
    return Table.create(
        "recorded",
        StringColumn.create("what", entries.stream().map(Entry::name).toList()),
        StringColumn.create("value", entries.stream().map(Entry::value).toList()),
        StringColumn.create("must come again", entries.stream().map(Recorded::rule).toList()));
  }

  private static String rule(Entry entry) {
    return entry.isNative() ? "native: within " + Decimal.text(entry.tolerance()) : "to the bit";
  }

  private String json() {
    JsonArray all = new JsonArray();
    for (Entry entry : entries) {
      JsonObject one = new JsonObject();
      one.addProperty("name", entry.name());
      one.addProperty("value", entry.value());
      if (entry.isNative()) {
        one.addProperty("tolerance", entry.tolerance());
      }
      all.add(one);
    }
    return all.toString();
  }

  @Override
  public String toString() {
    long loose = entries.stream().filter(Entry::isNative).count();
    return String.format(
        Locale.ROOT,
        "%d recorded values%s",
        entries.size(),
        loose == 0 ? "" : ", of which " + loose + " native");
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table()).with(MIME, new MimeBundle.Json(json()));
  }
}
