package lectern.lstm;

import lectern.display.UserError;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The users × courses matrix of precision 5.2, filled as the listing fills it: the value of row
 * user − 1 and column course − 1 is replaced by the behaviour of each line in turn.
 *
 * @param values users × courses, zeros where no line said otherwise
 * @param overwritten lines that took the place of an earlier line
 * @param wrapped lines whose user or course is 0 or less: counted from the end, without a word
 */
record ListingMatrix(double[][] values, int overwritten, int wrapped) {
  /** What stops the listing, in the words of the step that fails. */
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    Failed(String why) {
      super(why);
    }
  }

  static final String USER = "user_id";
  static final String COURSE = "course_id";
  static final String TYPE = "behavior_type";

  static int distinct(Table behaviour, String name) {
    return column(behaviour, name).unique().size();
  }

  private static Column<?> column(Table behaviour, String name) {
    if (!behaviour.containsColumn(name)) {
      throw new UserError(
          "The listing reads the columns user_id, course_id and behavior_type, and there is no "
              + name
              + " among "
              + behaviour.columnNames()
              + ".");
    }
    return behaviour.column(name);
  }

  static ListingMatrix fill(Table behaviour) throws Failed {
    int users = distinct(behaviour, USER);
    int courses = distinct(behaviour, COURSE);
    requireWholeIds(behaviour);
    double[][] values = new double[users][courses];
    boolean[][] set = new boolean[users][courses];
    int overwritten = 0;
    int wrapped = 0;
    for (Row row : behaviour) {
      long user = whole(row, USER) - 1;
      long course = whole(row, COURSE) - 1;
      String where = "line " + (row.getRowNumber() + 1);
      int u = place(user, users, "user " + (user + 1), where);
      int c = place(course, courses, "course " + (course + 1), where);
      wrapped += user < 0 || course < 0 ? 1 : 0;
      overwritten += set[u][c] ? 1 : 0;
      set[u][c] = true;
      values[u][c] = value(row, where);
    }
    return new ListingMatrix(values, overwritten, wrapped);
  }

  /** Taking 1 from a text fails; so does an index that is no whole number. */
  private static void requireWholeIds(Table behaviour) throws Failed {
    for (String name : new String[] {USER, COURSE}) {
      if (!(column(behaviour, name) instanceof NumericColumn)) {
        throw new Failed(name + " is text, and 1 cannot be taken from a text");
      }
    }
    boolean fractions = false;
    boolean texts = false;
    for (Column<?> column : behaviour.columns()) {
      boolean number = column instanceof NumericColumn;
      texts |= !number;
      fractions |= number && !isWhole(column);
    }
    if (!isWhole(column(behaviour, USER)) || !isWhole(column(behaviour, COURSE))) {
      throw new Failed("an id with a fraction, or one that is missing, is no index");
    }
    if (fractions && !texts) {
      throw new Failed(
          "a line of numbers of which some have a fraction makes the ids fractions too, which are"
              + " no index");
    }
  }

  private static boolean isWhole(Column<?> column) {
    return column.countMissing() == 0
        && !(column instanceof tech.tablesaw.api.DoubleColumn)
        && !(column instanceof tech.tablesaw.api.FloatColumn);
  }

  private static long whole(Row row, String name) {
    return (long) row.getNumber(name);
  }

  private static int place(long index, int length, String what, String where) throws Failed {
    if (index >= length || index < -length) {
      throw new Failed(
          where
              + ": "
              + what
              + " is beyond the matrix, which has room for ids 1 to "
              + length
              + " (the number of different ids)");
    }
    return (int) (index < 0 ? index + length : index);
  }

  private static double value(Row row, String where) throws Failed {
    Object value = row.getObject(TYPE);
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof Boolean yes) {
      return yes ? 1 : 0;
    }
    try {
      return Double.parseDouble(String.valueOf(value));
    } catch (NumberFormatException e) {
      throw new Failed(
          where + ": behavior_type \"" + value + "\" is text, and the matrix holds numbers");
    }
  }
}
