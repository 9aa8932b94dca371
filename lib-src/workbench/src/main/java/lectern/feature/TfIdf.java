package lectern.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lectern.data.IdIndex;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.SparseMatrix;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Texts, such as titles of courses in Chinese and English, as rows of weighted words.
 *
 * <p>The weight of word w in text d is tf(w, d) · idf(w). tf is how often w stands in d (or 1 + ln
 * of it), idf is ln((1 + N) ÷ (1 + n)) + 1 for a word in n of N texts (or ln(N ÷ n) + 1); then each
 * row is divided by its length. So rare words count, and the product of two rows is their cosine.
 * "python data" and "python web" share one word that stands in both: idf 1 for it, ln 1.5 + 1 =
 * 1.405 for the others, cosine 1 ÷ (1 + 1.405²) = 0.336.
 *
 * <p>Words are in the order of {@link String#compareTo}. A text without a known word is a row
 * without cells, its cosine to everything 0.
 *
 * <p>Source: G. Salton and C. Buckley, Term-weighting approaches in automatic text retrieval, 1988.
 * Articles: precision 3.2, crossplatform 3.2.
 */
public final class TfIdf implements Displayable {
  /** A text near another one. */
  public record Near(String id, String text, double cosine) {}

  private final IdIndex documents;
  private final List<String> texts;
  private final IdIndex vocabulary;
  private final double[] idf;
  private final int[] inDocuments;
  private final TfIdfOptions options;
  private final SparseMatrix matrix;

  private TfIdf(
      IdIndex documents,
      List<String> texts,
      IdIndex vocabulary,
      int[] inDocuments,
      TfIdfOptions options,
      List<List<String>> words) {
    this.documents = documents;
    this.texts = texts;
    this.vocabulary = vocabulary;
    this.inDocuments = inDocuments;
    this.options = options;
    this.idf = new double[inDocuments.length];
    int add = options.smooth() ? 1 : 0;
    Arrays.setAll(
        idf, w -> StrictMath.log((add + texts.size()) / (double) (add + inDocuments[w])) + 1);
    this.matrix = rows(words);
  }

  /** Weighs the words of these texts as usual. */
  public static TfIdf fit(List<String> ids, List<String> texts) {
    return fit(ids, texts, TfIdfOptions.usual());
  }

  /**
   * Weighs the words of these texts.
   *
   * @param ids one for each text, such as the course's
   * @throws UserError if there are not as many, or no text has a word that is kept
   */
  public static TfIdf fit(List<String> ids, List<String> texts, TfIdfOptions options) {
    if (ids.size() != texts.size()) {
      throw new UserError(
          "Each text needs an id: there are "
              + texts.size()
              + " texts and "
              + ids.size()
              + " ids.");
    }
    List<List<String>> words = texts.stream().map(options.tokenizer()::tokens).toList();
    Map<String, Integer> count = new TreeMap<>();
    for (List<String> text : words) {
      new HashSet<>(text).forEach(word -> count.merge(word, 1, Integer::sum));
    }
    count
        .values()
        .removeIf(n -> n < options.minDocuments() || n > options.maxShare() * texts.size());
    if (count.isEmpty()) {
      throw new UserError(
          "None of these "
              + texts.size()
              + " texts has a word that stands in at least "
              + options.minDocuments()
              + " of them and in at most a share of "
              + options.maxShare()
              + ".");
    }
    return new TfIdf(
        IdIndex.inThisOrder(ids),
        List.copyOf(texts),
        IdIndex.inThisOrder(List.copyOf(count.keySet())),
        count.values().stream().mapToInt(Integer::intValue).toArray(),
        options,
        words);
  }

  private SparseMatrix rows(List<List<String>> words) {
    int[] start = new int[words.size() + 1];
    List<TreeMap<Integer, Double>> rows = new ArrayList<>();
    for (int d = 0; d < words.size(); d++) {
      rows.add(weights(words.get(d)));
      start[d + 1] = start[d] + rows.get(d).size();
    }
    int[] column = new int[start[words.size()]];
    double[] value = new double[column.length];
    int cell = 0;
    for (TreeMap<Integer, Double> row : rows) {
      for (Map.Entry<Integer, Double> entry : row.entrySet()) {
        column[cell] = entry.getKey();
        value[cell++] = entry.getValue();
      }
    }
    return SparseMatrix.wrap(words.size(), vocabulary.size(), start, column, value);
  }

  private TreeMap<Integer, Double> weights(List<String> words) {
    TreeMap<Integer, Double> row = new TreeMap<>();
    for (String word : words) {
      int number = vocabulary.number(word);
      if (number >= 0) {
        row.merge(number, 1.0, Double::sum);
      }
    }
    row.replaceAll((w, n) -> (options.sublinear() ? 1 + StrictMath.log(n) : n) * idf[w]);
    double length = options.normalised() ? length(row) : 1;
    row.replaceAll((w, x) -> x / length);
    return row;
  }

  private static double length(TreeMap<Integer, Double> row) {
    double squares = 0;
    for (double x : row.values()) {
      squares += x * x;
    }
    return Math.sqrt(squares);
  }

  /** The ids of the texts, numbered by row. */
  public IdIndex documents() {
    return documents;
  }

  /** The words, numbered by column. */
  public IdIndex vocabulary() {
    return vocabulary;
  }

  /** Texts × words. */
  public SparseMatrix matrix() {
    return matrix;
  }

  /** The weight idf of a word, NaN where it is not known. */
  public double idf(String word) {
    int number = vocabulary.number(word);
    return number < 0 ? Double.NaN : idf[number];
  }

  /** Another text as a row: word to weight, unknown words left out. */
  public Map<String, Double> transform(String text) {
    Map<String, Double> out = new TreeMap<>();
    weights(options.tokenizer().tokens(text)).forEach((w, x) -> out.put(vocabulary.id(w), x));
    return out;
  }

  /** The cosine of two of the texts: 1 for the same words in the same shares, 0 for none shared. */
  public double cosine(String id, String other) {
    return cosines(row(id))[document(other)];
  }

  /** The k texts with the highest cosine to one of them, itself left out; ties by their order. */
  public List<Near> nearest(String id, int k) {
    return nearest(row(id), document(id), k);
  }

  /** The k texts with the highest cosine to a new one. */
  public List<Near> nearestTo(String text, int k) {
    return nearest(weights(options.tokenizer().tokens(text)), -1, k);
  }

  private List<Near> nearest(TreeMap<Integer, Double> row, int leftOut, int k) {
    if (k < 1) {
      throw new UserError("k must be at least 1, not " + k + ".");
    }
    double[] cosines = cosines(row);
    return IntStream.range(0, cosines.length)
        .filter(d -> d != leftOut && cosines[d] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(d -> -cosines[d]))
        .limit(k)
        .map(d -> new Near(documents.id(d), texts.get(d), cosines[d]))
        .toList();
  }

  private double[] cosines(TreeMap<Integer, Double> row) {
    double[] query = new double[vocabulary.size()];
    row.forEach((w, x) -> query[w] = x);
    double length = length(row);
    double[] out = new double[matrix.rows()];
    for (int d = 0; d < out.length; d++) {
      double product = 0;
      double squares = 0;
      for (int p = matrix.rowStart(d); p < matrix.rowStart(d + 1); p++) {
        product += query[matrix.column(p)] * matrix.value(p);
        squares += matrix.value(p) * matrix.value(p);
      }
      out[d] = product == 0 ? 0 : product / (length * Math.sqrt(squares));
    }
    return out;
  }

  private TreeMap<Integer, Double> row(String id) {
    int d = document(id);
    TreeMap<Integer, Double> row = new TreeMap<>();
    for (int p = matrix.rowStart(d); p < matrix.rowStart(d + 1); p++) {
      row.put(matrix.column(p), matrix.value(p));
    }
    return row;
  }

  private int document(String id) {
    int number = documents.number(id);
    if (number < 0) {
      throw new UserError("There is no text with the id \"" + id + "\".");
    }
    return number;
  }

  /** The words, in how many texts each stands, and its idf; the most frequent first. */
  public Table words() {
    Integer[] order = IntStream.range(0, idf.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingInt(w -> -inDocuments[w]));
    return Table.create(
        "words",
        StringColumn.create("word", Arrays.stream(order).map(vocabulary::id).toList()),
        IntColumn.create("texts", Arrays.stream(order).mapToInt(w -> inDocuments[w]).toArray()),
        DoubleColumn.create("idf", Arrays.stream(order).mapToDouble(w -> idf[w]).toArray()));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "TF-IDF of %,d texts with %,d words, %,d cells",
        matrix.rows(),
        matrix.columns(),
        matrix.cells());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), words());
  }
}
