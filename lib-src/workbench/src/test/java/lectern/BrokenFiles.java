package lectern;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Everything that is wrong with files that people bring, in the form of each reader. */
final class BrokenFiles {
  private static final List<String> NAMES = List.of("user", "course", "event", "time", "value");
  private static final List<List<String>> GOOD =
      List.of(
          List.of("1", "10", "view", "2024-05-01", "3"),
          List.of("2", "20", "purchase", "2024-05-02", "99.5"),
          List.of("3", "10", "view", "2024-05-03", "1"));

  /** How rows are written down. */
  enum Form {
    CSV {
      @Override
      String text(List<String> names, List<List<String>> rows) {
        return lines(names, rows, ",");
      }
    },
    JSON_LINES {
      @Override
      String text(List<String> names, List<List<String>> rows) {
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
          List<String> cells = new ArrayList<>();
          for (int c = 0; c < row.size(); c++) {
            cells.add("\"" + names.get(Math.min(c, names.size() - 1)) + "\":\"" + row.get(c) + '"');
          }
          out.append('{').append(String.join(",", cells)).append("}\n");
        }
        return out.toString();
      }
    },
    /** A learner's number and those of the courses; the first line is none of names. */
    SEQUENCES {
      @Override
      String text(List<String> names, List<List<String>> rows) {
        return lines(
            null, rows.stream().map(row -> row.subList(0, Math.min(2, row.size()))).toList(), " ");
      }
    };

    abstract String text(List<String> names, List<List<String>> rows);

    private static String lines(List<String> names, List<List<String>> rows, String separator) {
      List<List<String>> all = new ArrayList<>(rows);
      if (names != null) {
        all.add(0, names);
      }
      return all.stream()
          .map(row -> String.join(separator, row) + "\n")
          .collect(Collectors.joining());
    }
  }

  /**
   * A file's bytes, and how many rows stand in it where that can be said.
   *
   * @param rows −1 where what it holds are no rows
   */
  record Broken(byte[] bytes, int rows) {}

  private final Form form;
  private final Map<String, Broken> files = new LinkedHashMap<>();

  private BrokenFiles(Form form) {
    this.form = form;
  }

  /** Each fault by its name. */
  static Map<String, Broken> of(Form form) {
    BrokenFiles all = new BrokenFiles(form);
    all.encodings();
    all.noText();
    all.rows();
    all.cells();
    return all.files;
  }

  private void encodings() {
    String chinese = with(0, 0, "小王");
    String latin = with(0, 0, "Zoë");
    files.put("UTF-8 with a mark", text("\uFEFF" + chinese, StandardCharsets.UTF_8, 3));
    files.put("GBK", text(chinese, Charset.forName("GBK"), 3));
    files.put("UTF-16 with a mark", text(chinese, StandardCharsets.UTF_16, 3));
    files.put("UTF-16 without a mark", text(chinese, StandardCharsets.UTF_16LE, 3));
    files.put("Latin-1", text(latin, StandardCharsets.ISO_8859_1, 3));
    byte[] packed = gzip(good().getBytes(StandardCharsets.UTF_8));
    files.put("gzip", new Broken(packed, 3));
    files.put("gzip cut short", new Broken(Arrays.copyOf(packed, packed.length / 2), -1));
    files.put("Windows line ends", text(good().replace("\n", "\r\n"), StandardCharsets.UTF_8, 3));
  }

  private void noText() {
    files.put("nothing", new Broken(new byte[0], -1));
    files.put("blanks", text(" \n\n\t\n", StandardCharsets.UTF_8, -1));
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H'};
    files.put("a picture", new Broken(png, -1));
    files.put("zeros", new Broken(new byte[64], -1));
    files.put("a zip archive", new Broken(new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0}, -1));
    files.put("prose", text("Dear colleague,\nhere are the data.\n", StandardCharsets.UTF_8, -1));
    files.put("a line of 5 MB", text("word, ".repeat(900_000), StandardCharsets.UTF_8, -1));
  }

  private void rows() {
    List<List<String>> ragged = new ArrayList<>(GOOD);
    ragged.add(1, List.of("9", "10"));
    ragged.add(2, List.of("9", "10", "view", "2024-05-01", "3", "4", "5"));
    put("ragged rows", NAMES, ragged);
    put("names only", NAMES, List.of());
    put("no names", List.of("1", "10", "view", "2024-05-01", "3"), GOOD);
    put("a column too few", List.of("person", "course", "event", "time", "value"), GOOD);
    put("a name twice", List.of("user", "user", "event", "time", "value"), GOOD);
    put("one row", NAMES, GOOD.subList(0, 1));
    List<List<String>> twice = new ArrayList<>(GOOD);
    twice.addAll(GOOD);
    put("each row twice", NAMES, twice);
    files.put(
        "a quote that never closes", text(good() + "\"4,10,view\n", StandardCharsets.UTF_8, 4));
  }

  private void cells() {
    cell("no user", 0, "");
    cell("user NaN", 0, "NaN");
    cell("user below 0", 0, "-7");
    cell("no course", 1, "");
    cell("a field of 2.5 MB", 1, "long ".repeat(500_000));
    cell("a field of 17.5 MB", 1, "long ".repeat(3_500_000));
    if (form != Form.SEQUENCES) {
      for (String value : List.of("NaN", "Infinity", "-inf", "1e999", "many", "１２", "0x1p3")) {
        cell("value " + value, 4, value);
      }
      for (String time : List.of("31/12/2024", "2024-13-45", "soon", "1714521600000", "NaN")) {
        cell("time " + time, 3, time);
      }
      cell("a value of 2.5 MB", 4, "long ".repeat(500_000));
    }
  }

  private void cell(String fault, int column, String cell) {
    files.put(fault, text(with(1, column, cell), StandardCharsets.UTF_8, 3));
  }

  private String good() {
    return form.text(NAMES, GOOD);
  }

  /** The good rows with one other cell. */
  private String with(int row, int column, String cell) {
    List<List<String>> rows = new ArrayList<>(GOOD);
    List<String> changed = new ArrayList<>(rows.get(row));
    changed.set(column, cell);
    rows.set(row, changed);
    return form.text(NAMES, rows);
  }

  private void put(String fault, List<String> names, List<List<String>> rows) {
    files.put(fault, text(form.text(names, rows), StandardCharsets.UTF_8, rows.size()));
  }

  private static Broken text(String text, Charset charset, int rows) {
    return new Broken(text.getBytes(charset), rows);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }
}
