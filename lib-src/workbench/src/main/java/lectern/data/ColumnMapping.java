package lectern.data;

import java.util.Optional;
import lectern.display.UserError;

/**
 * Which columns of a CSV file hold user, item, value and time.
 *
 * <pre>{@code ColumnMapping.of("student", "course").value("rating").time("when") }</pre>
 *
 * <p>Without a value column every row has the value 1. Times are whole numbers (seconds or
 * milliseconds, as in your file), or dates such as {@code 2024-05-01}, {@code 2024-05-01T12:30:00}
 * or {@code 2024-05-01 12:30:00}, which become seconds since 1970 (UTC unless the text names an
 * offset).
 */
public record ColumnMapping(
    String user, String item, Optional<String> value, Optional<String> time) {
  public ColumnMapping {
    if (user.isBlank() || item.isBlank()) {
      throw new UserError("Name the columns of user and item: they cannot be empty.");
    }
  }

  public static ColumnMapping of(String user, String item) {
    return new ColumnMapping(user, item, Optional.empty(), Optional.empty());
  }

  public ColumnMapping value(String column) {
    return new ColumnMapping(user, item, Optional.of(column), time);
  }

  public ColumnMapping time(String column) {
    return new ColumnMapping(user, item, value, Optional.of(column));
  }
}
