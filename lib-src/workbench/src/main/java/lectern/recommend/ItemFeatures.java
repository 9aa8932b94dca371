package lectern.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lectern.data.IdIndex;
import lectern.data.Sha256;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.SparseMatrix;
import tech.tablesaw.api.Table;

/**
 * What items are like: for each item a row of named numbers, such as the weights of the words of
 * its title, its genres, or the field of a course.
 *
 * <pre>{@code
 * ItemFeatures.ofTable(movieLens.items(), "item", "genres", ", ")
 * new ItemFeatures(tfIdf.documents(), tfIdf.vocabulary(), tfIdf.matrix())
 * }</pre>
 *
 * @param items the items, one for each row
 * @param names the features, one for each column
 * @param rows items × features
 */
public record ItemFeatures(IdIndex items, IdIndex names, SparseMatrix rows) {
  public ItemFeatures {
    if (rows.rows() != items.size() || rows.columns() != names.size()) {
      throw new UserError(
          "Features need a row for each item and a column for each name: "
              + items.size()
              + " items and "
              + names.size()
              + " names do not fit a matrix of "
              + rows.rows()
              + " × "
              + rows.columns()
              + ".");
    }
    for (int cell = 0; cell < rows.cells(); cell++) {
      if (!Double.isFinite(rows.value(cell))) {
        throw new UserError("A feature must be a finite number, not " + rows.value(cell) + ".");
      }
    }
  }

  /** Rows of numbers, one for each item. */
  public static ItemFeatures of(List<String> items, List<String> names, DenseMatrix rows) {
    return new ItemFeatures(
        IdIndex.inThisOrder(items), IdIndex.inThisOrder(names), SparseMatrix.ofNonZero(rows));
  }

  /** Labels of each item, such as its genres: 1 where it has one; names in alphabetical order. */
  public static ItemFeatures ofLabels(Map<String, ? extends Collection<String>> labels) {
    TreeSet<String> all = new TreeSet<>();
    labels.values().forEach(all::addAll);
    IdIndex names = IdIndex.inThisOrder(List.copyOf(all));
    IdIndex items = IdIndex.of(labels.keySet());
    int[] start = new int[items.size() + 1];
    List<int[]> columns = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      int[] row =
          labels.get(items.id(i)).stream().mapToInt(names::number).sorted().distinct().toArray();
      columns.add(row);
      start[i + 1] = start[i] + row.length;
    }
    int[] column = columns.stream().flatMapToInt(Arrays::stream).toArray();
    double[] ones = new double[column.length];
    Arrays.fill(ones, 1);
    return new ItemFeatures(
        items, names, SparseMatrix.wrap(items.size(), names.size(), start, column, ones));
  }

  /**
   * Labels out of a table.
   *
   * @param item the column of item ids
   * @param label the column of labels; an empty one is none
   * @param separator between several labels of a cell, such as {@code ", "}; empty for one label
   */
  public static ItemFeatures ofTable(Table table, String item, String label, String separator) {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    for (int row = 0; row < table.rowCount(); row++) {
      String text = table.column(label).getString(row);
      List<String> parts =
          separator.isEmpty() ? List.of(text) : Arrays.asList(text.split(Pattern.quote(separator)));
      labels.put(
          table.column(item).getString(row), parts.stream().filter(p -> !p.isBlank()).toList());
    }
    return ofLabels(labels);
  }

  /** The rows of these items, in their order; an item that is unknown here has an empty row. */
  public SparseMatrix rowsOf(IdIndex wanted) {
    int[] start = new int[wanted.size() + 1];
    for (int i = 0; i < wanted.size(); i++) {
      int row = items.number(wanted.id(i));
      start[i + 1] = start[i] + (row < 0 ? 0 : rows.rowSize(row));
    }
    int[] column = new int[start[wanted.size()]];
    double[] value = new double[column.length];
    for (int i = 0; i < wanted.size(); i++) {
      int row = items.number(wanted.id(i));
      for (int c = 0; c < start[i + 1] - start[i]; c++) {
        column[start[i] + c] = rows.column(rows.rowStart(row) + c);
        value[start[i] + c] = rows.value(rows.rowStart(row) + c);
      }
    }
    return SparseMatrix.wrap(wanted.size(), names.size(), start, column, value);
  }

  /**
   * The ids of the items that have this feature, in their order: the films of a genre.
   *
   * @throws UserError if there is no such feature
   */
  public List<String> itemsWith(String name) {
    int wanted = names.number(name);
    if (wanted < 0) {
      throw new UserError("There is no feature \"" + name + "\"; there are " + someNames() + ".");
    }
    List<String> found = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      for (int cell = rows.rowStart(i); cell < rows.rowStart(i + 1); cell++) {
        if (rows.column(cell) == wanted && rows.value(cell) != 0) {
          found.add(items.id(i));
        }
      }
    }
    return found;
  }

  private String someNames() {
    List<String> first = names.ids().subList(0, Math.min(20, names.size()));
    return first + (first.size() < names.size() ? " and more" : "");
  }

  /** The names of the features of each of these items; an item that is unknown here has none. */
  public List<Set<String>> namesOf(IdIndex wanted) {
    SparseMatrix these = rowsOf(wanted);
    List<Set<String>> out = new ArrayList<>();
    for (int i = 0; i < these.rows(); i++) {
      Set<String> of = new TreeSet<>();
      for (int cell = these.rowStart(i); cell < these.rowStart(i + 1); cell++) {
        if (these.value(cell) != 0) {
          of.add(names.id(these.column(cell)));
        }
      }
      out.add(of);
    }
    return out;
  }

  /** SHA-256 of ids, names and numbers. */
  public String checksum() {
    Sha256 sum = new Sha256();
    items.ids().forEach(sum::add);
    names.ids().forEach(sum::add);
    for (int i = 0; i < rows.rows(); i++) {
      sum.add(rows.rowSize(i));
      for (int cell = rows.rowStart(i); cell < rows.rowStart(i + 1); cell++) {
        sum.add(rows.column(cell));
        sum.add(Double.doubleToLongBits(rows.value(cell)));
      }
    }
    return sum.hex();
  }

  @Override
  public String toString() {
    return items.size() + " items with " + names.size() + " features";
  }
}
