package lectern.kernel.debug;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import lectern.kernel.cell.Variable;
import lectern.kernel.wire.Json;

/**
 * Variables as the Debug Adapter Protocol lists them. What can be opened gets a number by which it
 * is asked for; the numbers hold until the variables are listed anew.
 */
final class VariableTree {
  private final List<Object> openable = new ArrayList<>();

  /** The variables of the notebook; numbers given before are forgotten. */
  JsonArray list(List<Variable> variables) {
    forget();
    JsonArray list = new JsonArray();
    for (Variable each : variables) {
      list.add(describe(each.name(), each.type(), each.value()));
    }
    return list;
  }

  /** What the value of that number holds; nothing for a number that is not known. */
  JsonArray open(int number) {
    JsonArray list = new JsonArray();
    if (number >= 1 && number <= openable.size()) {
      for (Part each : Parts.of(openable.get(number - 1))) {
        Object value = each.value();
        list.add(
            describe(each.name(), value == null ? "" : value.getClass().getSimpleName(), value));
      }
    }
    return list;
  }

  void forget() {
    openable.clear();
  }

  private JsonObject describe(String name, String type, Object value) {
    int number = 0;
    if (Parts.canOpen(value)) {
      openable.add(value);
      number = openable.size();
    }
    boolean rest = value == null && name.startsWith("… ");
    return Json.object(
        "name", name,
        "type", type,
        "value", rest ? "" : ShortText.of(value),
        "evaluateName", name,
        "variablesReference", number);
  }
}
