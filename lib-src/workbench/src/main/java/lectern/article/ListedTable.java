package lectern.article;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.simulate.ArticleFiles;
import lectern.simulate.Dirt;
import lectern.simulate.SimulatedPlatform;
import lectern.simulate.Simulation;
import lectern.simulate.SimulationOptions;

/**
 * A table of text as the listings of "crossplatform" 5.2 see it: names kept to the last space, rows
 * known by their place alone. Each step gives a new table, or the error at which the listing stops.
 *
 * @param columns the names in the file's first line
 * @param rows cells in the order of the names; "" where there is nothing
 */
record ListedTable(List<String> columns, List<List<String>> rows) {
  private static final long SEED = 42;

  /** The file of users, simulated with dirt in it; read once. */
  static ListedTable users() {
    return Simulated.USERS;
  }

  /** The file of contents. */
  static ListedTable contents() {
    return Simulated.CONTENTS;
  }

  /** The platform that both files are of; user 1 of the file is its user 0. */
  static SimulatedPlatform platform() {
    return Simulated.PLATFORM;
  }

  private static final class Simulated {
    static final SimulatedPlatform PLATFORM =
        Simulation.run(SimulationOptions.usual().users(600).dirt(Dirt.usual()), SEED);
    static final ListedTable USERS;
    static final ListedTable CONTENTS;

    static {
      try {
        Path folder = Files.createTempDirectory("lectern-listing");
        try {
          ArticleFiles.write(folder, PLATFORM);
          USERS = read(folder.resolve(ArticleFiles.USERS));
          CONTENTS = read(folder.resolve(ArticleFiles.CONTENTS));
        } finally {
          for (String name :
              List.of(ArticleFiles.USERS, ArticleFiles.CONTENTS, ArticleFiles.BEHAVIOURS)) {
            Files.deleteIfExists(folder.resolve(name));
          }
          Files.delete(folder);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static ListedTable read(Path csv) throws IOException {
    List<List<String>> all = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
      reader.forEach(row -> all.add(row.getFields()));
    }
    return new ListedTable(all.get(0), all.subList(1, all.size()));
  }

  /** Other names for the columns. */
  ListedTable rename(UnaryOperator<String> name) {
    return new ListedTable(columns.stream().map(name).toList(), rows);
  }

  /** One column more, the same text in each row. */
  ListedTable with(String column, String text) {
    List<String> names = new ArrayList<>(columns);
    names.add(column);
    List<List<String>> longer = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(row);
      cells.add(text);
      longer.add(cells);
    }
    return new ListedTable(names, longer);
  }

  /** Rows that stood before are left out. */
  ListedTable withoutDuplicates() {
    return new ListedTable(columns, List.copyOf(new LinkedHashSet<>(rows)));
  }

  /** Rows with an empty cell are left out. */
  ListedTable withoutGaps() {
    return new ListedTable(columns, rows.stream().filter(row -> !row.contains("")).toList());
  }

  List<String> column(String name) {
    int at = columns.indexOf(name);
    if (at < 0) {
      throw new UserError("there is no column \"" + name + "\", only " + columns);
    }
    return rows.stream().map(row -> row.get(at)).toList();
  }

  /** The columns of these names as numbers. */
  DenseMatrix numbers(List<String> names) {
    double[][] out = new double[rows.size()][names.size()];
    for (int j = 0; j < names.size(); j++) {
      List<String> cells = column(names.get(j));
      for (int i = 0; i < out.length; i++) {
        try {
          out[i][j] = Double.parseDouble(cells.get(i));
        } catch (NumberFormatException e) {
          throw new UserError(
              "column \"" + names.get(j) + "\": \"" + cells.get(i) + "\" is no number", e);
        }
      }
    }
    return DenseMatrix.of(out);
  }

  /** Every column less its mean, over its standard deviation (of all rows, not n − 1). */
  ListedTable standardised() {
    DenseMatrix all = numbers(columns);
    double[] means = all.columnMeans();
    double[] squares = new double[means.length];
    for (int i = 0; i < all.rows(); i++) {
      for (int j = 0; j < means.length; j++) {
        squares[j] += (all.get(i, j) - means[j]) * (all.get(i, j) - means[j]);
      }
    }
    List<List<String>> scaled = new ArrayList<>();
    for (int i = 0; i < all.rows(); i++) {
      List<String> row = new ArrayList<>();
      for (int j = 0; j < means.length; j++) {
        double deviation = Math.sqrt(squares[j] / all.rows());
        row.add(Double.toString((all.get(i, j) - means[j]) / (deviation == 0 ? 1 : deviation)));
      }
      scaled.add(row);
    }
    return new ListedTable(columns, scaled);
  }
}
