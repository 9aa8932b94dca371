package lectern.kernel.magic;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.display.Magic;
import lectern.display.PlainText;
import lectern.display.TextTable;
import lectern.kernel.cell.Variable;

/** {@code %who} and {@code %whos}: the notebook's variables as a table. */
record VariableMagics(MagicHost host) {
  List<Magic> magics() {
    return List.of(
        BuiltIn.line(
            "who",
            "%who [TEXT] — the variables, or those whose name or type contains the text",
            (arguments, body) -> Optional.of(table(arguments))),
        BuiltIn.line(
            "whos",
            "%whos [TEXT] — the same as %who",
            (arguments, body) -> Optional.of(table(arguments))));
  }

  private TextTable table(String wanted) {
    List<List<String>> rows =
        host.variables().stream()
            .filter(each -> each.name().contains(wanted) || each.type().contains(wanted))
            .map(VariableMagics::row)
            .toList();
    return new TextTable(
        List.of(
            new TextTable.Column("name", false),
            new TextTable.Column("type", false),
            new TextTable.Column("size", true),
            new TextTable.Column("value", false)),
        rows,
        rows.size() + (rows.size() == 1 ? " variable" : " variables"));
  }

  private static List<String> row(Variable variable) {
    Object value = variable.value();
    String text = value instanceof String ? PlainText.of(List.of(value)) : PlainText.of(value);
    String shown = value instanceof String ? text.substring(1, text.length() - 1) : text;
    return List.of(variable.name(), variable.type(), size(value), shown);
  }

  /** The number of elements or characters, where it costs nothing to know. */
  private static String size(Object value) {
    if (value instanceof CharSequence text) {
      return String.valueOf(text.length());
    } else if (value instanceof Collection<?> collection) {
      return String.valueOf(collection.size());
    } else if (value instanceof Map<?, ?> map) {
      return String.valueOf(map.size());
    }
    return value != null && value.getClass().isArray()
        ? String.valueOf(Array.getLength(value))
        : "";
  }
}
