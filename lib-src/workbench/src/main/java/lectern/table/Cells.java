package lectern.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.columns.Column;

/**
 * The part of a column that is shown.
 *
 * @param name the column's name
 * @param type its type, in small letters
 * @param right true for numbers, which stand at the right
 * @param texts a text for each row; null for a missing value
 */
record Cells(String name, String type, boolean right, List<String> texts) {
  static Cells of(Column<?> column, int rows) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      values.add(column.isMissing(i) ? null : column.get(i));
    }
    boolean numbers = values.stream().anyMatch(v -> v instanceof Number);
    Numbers format = Numbers.of(values);
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      texts.add(
          value == null
              ? null
              : value instanceof Number number ? format.text(number) : value.toString());
    }
    return new Cells(
        column.name(),
        column.type().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        numbers,
        Collections.unmodifiableList(texts));
  }

  /** Stands for columns in the middle of a wide table. */
  static Cells leftOut(int columns, int rows) {
    return new Cells(
        "…", TableView.many(columns, "column") + " more", false, Collections.nCopies(rows, "…"));
  }
}
