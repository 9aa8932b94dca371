package lectern.sql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import lectern.data.EventLog;
import lectern.data.Interactions;
import lectern.display.UserError;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A variable's value as a table: a Tablesaw table itself, the events of an {@link EventLog}, the
 * cells of {@link Interactions} (user, item, value, and time where there are times), the records of
 * a list, a column for each component.
 */
final class TableForSql {
  private TableForSql() {}

  /** Whether it can be one, without making it. */
  static boolean isTable(Object value) {
    return value instanceof Table
        || value instanceof EventLog
        || value instanceof Interactions
        || value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Record;
  }

  /** The table; empty for a value that is none. */
  static Optional<Table> of(Object value) {
    if (value instanceof Table table) {
      return Optional.of(table);
    }
    if (value instanceof EventLog log) {
      return Optional.of(log.table());
    }
    if (value instanceof Interactions interactions) {
      return Optional.of(of(interactions));
    }
    return isTable(value) ? Optional.of(ofRecords((List<?>) value)) : Optional.empty();
  }

  private static Table of(Interactions from) {
    StringColumn user = StringColumn.create("user");
    StringColumn item = StringColumn.create("item");
    DoubleColumn value = DoubleColumn.create("value");
    LongColumn time = LongColumn.create("time");
    for (int u = 0; u < from.userCount(); u++) {
      for (int cell = from.start(u); cell < from.start(u + 1); cell++) {
        user.append(from.users().id(u));
        item.append(from.items().id(from.item(cell)));
        value.append(from.value(cell));
        if (from.hasTimes()) {
          time.append(from.time(cell));
        }
      }
    }
    Table table = Table.create("interactions", user, item, value);
    return from.hasTimes() ? table.addColumns(time) : table;
  }

  private static Table ofRecords(List<?> records) {
    Class<?> type = records.get(0).getClass();
    Table table = Table.create(type.getSimpleName());
    for (RecordComponent component : type.getRecordComponents()) {
      Column<?> column = column(component);
      for (Object each : records) {
        Object value = each == null || each.getClass() != type ? null : read(component, each);
        if (value == null) {
          column.appendMissing();
        } else {
          column.appendObj(column instanceof StringColumn ? value.toString() : value);
        }
      }
      table.addColumns(column);
    }
    return table;
  }

  private static Column<?> column(RecordComponent component) {
    String name = component.getName();
    return switch (component.getType().getName()) {
      case "int", "java.lang.Integer" -> IntColumn.create(name);
      case "long", "java.lang.Long" -> LongColumn.create(name);
      case "double", "java.lang.Double" -> DoubleColumn.create(name);
      case "boolean", "java.lang.Boolean" -> BooleanColumn.create(name);
      case "java.time.LocalDate" -> DateColumn.create(name);
      case "java.time.LocalDateTime" -> DateTimeColumn.create(name);
      default -> StringColumn.create(name);
    };
  }

  private static Object read(RecordComponent component, Object each) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(each);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new UserError(
          each.getClass().getSimpleName() + "." + component.getName() + " cannot be read: " + e, e);
    }
  }
}
