package lectern.data;

import java.util.List;
import java.util.stream.Collectors;
import lectern.display.UserError;

/** Takes the rows of a file, whatever its format. */
interface RowSink {
  /**
   * Called first, with the names of the file's columns.
   *
   * @return the places of the columns whose fields the rows shall hold
   */
  int[] columns(List<String> names);

  /**
   * Called for each row.
   *
   * @param line the line at which it begins, from 1
   * @param fields the wanted fields; null where the row has none
   */
  void row(long line, String[] fields);

  /** Called for a row that is not one of this file's format. */
  void bad(long line, String reason);

  /** The place of a column, by its name without spaces around it. */
  static int find(String file, List<String> names, String wanted) {
    int found = -1;
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).strip().equals(wanted.strip())) {
        if (found >= 0) {
          throw new UserError(file + " has two columns \"" + wanted + "\": rename one of them.");
        }
        found = i;
      }
    }
    if (found < 0) {
      throw new UserError(
          file
              + " has no column \""
              + wanted
              + "\". Its columns: "
              + listed(names)
              + Nearest.to(wanted, names.stream().filter(n -> n.length() < 200).toList())
                  .map(n -> ". Did you mean \"" + n + "\"?")
                  .orElse(".")
              + doubt(names));
    }
    return found;
  }

  private static String listed(List<String> names) {
    String all = names.stream().limit(50).map(Quoted::cut).collect(Collectors.joining(", "));
    return names.size() > 50 ? all + ", … (" + names.size() + " columns)" : all;
  }

  /** What may be wrong with a first line, in a sentence; "" when it looks like names. */
  private static String doubt(List<String> names) {
    if (names.stream().anyMatch(name -> Double.isFinite(Numbers.parse(name.strip())))) {
      return " The first line must name the columns; this one looks like data.";
    }
    return names.size() > 1
        ? ""
        : " Is that one column? Between columns a comma, a semicolon or a tab must stand.";
  }
}
