package lectern.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import lectern.display.UserError;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Reads MovieLens 100K out of its official archive or out of the RecBole package; both give the
 * same tables.
 */
final class MovieLens100kReader {
  private static final List<String> GENRES =
      List.of(
          "unknown",
          "Action",
          "Adventure",
          "Animation",
          "Children's",
          "Comedy",
          "Crime",
          "Documentary",
          "Drama",
          "Fantasy",
          "Film-Noir",
          "Horror",
          "Musical",
          "Mystery",
          "Romance",
          "Sci-Fi",
          "Thriller",
          "War",
          "Western");
  private static final String OFFICIAL = "ml-100k/u.";
  private static final String RECBOLE = "recbole/dataset_example/ml-100k/ml-100k.";

  private final Map<String, byte[]> files = new HashMap<>();
  private final List<int[]> ratings = new ArrayList<>();

  private MovieLens100kReader() {}

  static MovieLens100k read(Fetch.Fetched fetched, Catalogue.Entry entry) {
    return new MovieLens100kReader().readAll(fetched, entry);
  }

  private MovieLens100k readAll(Fetch.Fetched fetched, Catalogue.Entry entry) {
    try {
      unpack(fetched.file());
      return read(fetched.source(), entry);
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new UserError(
          fetched.file()
              + " is no archive of "
              + entry.name()
              + ": "
              + e.getMessage()
              + ". Delete it and run again: it is fetched anew.",
          e);
    }
  }

  /** The ratings with the order of the file's rows, which both archives share. */
  static RatingsInFileOrder readInFileOrder(Fetch.Fetched fetched, Catalogue.Entry entry) {
    MovieLens100kReader reader = new MovieLens100kReader();
    Interactions ratings = reader.readAll(fetched, entry).interactions();
    int[] cells = new int[reader.ratings.size()];
    for (int row = 0; row < cells.length; row++) {
      int[] rating = reader.ratings.get(row);
      int user = ratings.users().number(rating[0]);
      cells[row] = ratings.find(user, ratings.items().number(rating[1]));
    }
    return new RatingsInFileOrder(ratings, cells);
  }

  private void unpack(Path archive) throws IOException {
    byte[] bytes = TextFile.bytes(archive);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        if (e.getName().startsWith(OFFICIAL) || e.getName().startsWith(RECBOLE)) {
          files.put(e.getName(), zip.readAllBytes());
        }
      }
    }
  }

  private MovieLens100k read(Catalogue.Source source, Catalogue.Entry entry) throws IOException {
    boolean official = files.containsKey(OFFICIAL + "data");
    for (String[] f : fields(official ? OFFICIAL + "data" : RECBOLE + "inter", official, "\t")) {
      ratings.add(new int[] {number(f[0]), number(f[1]), number(f[2]), number(f[3])});
    }
    String sum = canonicalSha256(ratings);
    if (!sum.equals(entry.canonicalSha256())) {
      throw new UserError(
          entry.name()
              + " from "
              + source.from()
              + " is not the data in the catalogue: the SHA-256 of its canonical form is "
              + sum
              + ", not "
              + entry.canonicalSha256()
              + ".");
    }
    InteractionsBuilder rows = Interactions.builder().duplicates(DuplicateRule.REFUSE);
    ratings.forEach(r -> rows.add(r[0], r[1], r[2], r[3]));
    return new MovieLens100k(
        rows.build(),
        official ? officialItems() : recboleItems(),
        official
            ? users(fields(OFFICIAL + "user", true, "\\|"))
            : users(fields(RECBOLE + "user", false, "\t")),
        entry.licence() + " " + entry.licenceAddress(),
        entry.citation(),
        "from " + source.from() + "; canonical form SHA-256 " + sum);
  }

  private static int number(String text) {
    double number = Double.parseDouble(text);
    if (number != (int) number) {
      throw new NumberFormatException(Quoted.of(text) + " is not a whole number");
    }
    return (int) number;
  }

  /** See {@code canonicalForm} in the catalogue. */
  static String canonicalSha256(List<int[]> ratings) {
    List<int[]> sorted = new ArrayList<>(ratings);
    sorted.sort(
        (a, b) -> {
          int[] one = {a[0], a[1], a[3], a[2]};
          int[] other = {b[0], b[1], b[3], b[2]};
          return Arrays.compare(one, other);
        });
    StringBuilder text = new StringBuilder(sorted.size() * 24);
    for (int[] r : sorted) {
      text.append(r[0]).append('\t').append(r[1]).append('\t').append(r[2]).append('\t');
      text.append(r[3]).append('\n');
    }
    return Sha256.of(text.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** The lines of a file as fields; the official files have no first line of names. */
  private List<String[]> fields(String name, boolean official, String separator)
      throws IOException {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new IOException("the archive has no " + name);
    }
    Charset charset = official ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    return new String(bytes, charset)
        .lines()
        .skip(official ? 0 : 1)
        .filter(line -> !line.isBlank())
        .map(line -> line.split(separator, -1))
        .toList();
  }

  private Table officialItems() throws IOException {
    ItemRows rows = new ItemRows();
    for (String[] f : fields(OFFICIAL + "item", true, "\\|")) {
      List<String> genres = new ArrayList<>();
      for (int g = 0; g < GENRES.size(); g++) {
        if (f[5 + g].equals("1")) {
          genres.add(GENRES.get(g));
        }
      }
      String date = f[2];
      rows.add(f[0], f[1], date.length() < 4 ? "" : date.substring(date.length() - 4), genres);
    }
    return rows.table();
  }

  private Table recboleItems() throws IOException {
    ItemRows rows = new ItemRows();
    for (String[] f : fields(RECBOLE + "item", false, "\t")) {
      List<String> named = List.of(f[3].split(" "));
      String title = f[1].equals("unkonwn") ? "unknown" : f[1];
      rows.add(f[0], title, f[2], GENRES.stream().filter(named::contains).toList());
    }
    return rows.table();
  }

  private static Table users(List<String[]> lines) {
    IntColumn age = IntColumn.create("age");
    lines.forEach(f -> age.append(Integer.parseInt(f[1])));
    return Table.create(
        "MovieLens users",
        column("user", lines, 0),
        age,
        column("gender", lines, 2),
        column("occupation", lines, 3),
        column("zip code", lines, 4));
  }

  private static StringColumn column(String name, List<String[]> lines, int field) {
    return StringColumn.create(name, lines.stream().map(f -> f[field]).toList());
  }

  /** Films: the year stands at the end of the title, else in a field of its own. */
  private static final class ItemRows {
    private final StringColumn item = StringColumn.create("item");
    private final StringColumn title = StringColumn.create("title");
    private final IntColumn year = IntColumn.create("year");
    private final StringColumn genres = StringColumn.create("genres");

    void add(String id, String printed, String otherYear, List<String> named) {
      String plain = printed.replaceFirst("\\s*\\(V\\)$", "").strip();
      String inTitle = plain.replaceFirst("^.*\\((\\d{4})\\)$", "$1");
      boolean dated = !inTitle.equals(plain);
      item.append(id);
      title.append(dated ? plain.substring(0, plain.length() - 6).strip() : plain);
      String when = dated ? inTitle : otherYear;
      if (when.matches("\\d{4}")) {
        year.append(Integer.parseInt(when));
      } else {
        year.appendMissing();
      }
      genres.append(String.join(", ", named));
    }

    Table table() {
      return Table.create("MovieLens films", item, title, year, genres);
    }
  }
}
