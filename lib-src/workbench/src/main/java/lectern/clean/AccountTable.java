package lectern.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import lectern.data.Nearest;
import lectern.display.UserError;
import tech.tablesaw.api.Table;

/** Accounts in their order, and for each key which of them hold which value. */
final class AccountTable {
  final List<Account> accounts;

  /** For each key its values in their order, each with the numbers of its accounts. */
  final List<TreeMap<String, TreeSet<Integer>>> holders = new ArrayList<>();

  private AccountTable(List<Account> accounts) {
    this.accounts = accounts;
  }

  /** An account may stand in several rows, one for each of its devices. */
  static AccountTable of(Table table, List<IdentityKey> keys) {
    int platform = column(table, "platform");
    int account = column(table, "account");
    int[] columns = keys.stream().mapToInt(key -> column(table, key.column())).toArray();
    List<Account> rows = new ArrayList<>();
    for (int row = 0; row < table.rowCount(); row++) {
      rows.add(new Account(table.getString(row, platform), table.getString(row, account)));
    }
    AccountTable out = new AccountTable(List.copyOf(new TreeSet<>(rows)));
    Map<Account, Integer> number = new HashMap<>();
    out.accounts.forEach(each -> number.put(each, number.size()));
    for (int k = 0; k < columns.length; k++) {
      TreeMap<String, TreeSet<Integer>> values = new TreeMap<>();
      for (int row = 0; row < rows.size(); row++) {
        String value = keys.get(k).normal(table.getString(row, columns[k]));
        if (!value.isEmpty()) {
          values.computeIfAbsent(value, v -> new TreeSet<>()).add(number.get(rows.get(row)));
        }
      }
      out.holders.add(values);
    }
    return out;
  }

  static int column(Table table, String name) {
    int found = table.columnNames().indexOf(name);
    if (found < 0) {
      throw new UserError(
          "The table \""
              + table.name()
              + "\" has no column \""
              + name
              + "\". Its columns: "
              + String.join(", ", table.columnNames())
              + Nearest.to(name, table.columnNames())
                  .map(near -> ". Did you mean \"" + near + "\"?")
                  .orElse("."));
    }
    return found;
  }
}
