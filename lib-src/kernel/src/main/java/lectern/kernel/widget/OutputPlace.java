package lectern.kernel.widget;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import lectern.display.widget.Output;
import lectern.kernel.message.ClearOutput;
import lectern.kernel.message.Content;
import lectern.kernel.message.DisplayData;
import lectern.kernel.message.StreamText;
import lectern.kernel.output.CellOutput;
import lectern.kernel.output.CurrentOutput;
import lectern.kernel.output.Publisher;
import lectern.kernel.wire.Json;
import lectern.kernel.wire.Message;

/**
 * What is printed and shown becomes the outputs of a widget, in the form of nbformat 4; whatever
 * else is published goes on to the front ends.
 */
final class OutputPlace implements Publisher {
  private final List<JsonObject> outputs = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();
  private final CellOutput cell;
  private final Output widget;
  private final Publisher onward;
  private boolean clearNext;

  /**
   * A place.
   *
   * @param cell whose output goes there: what is told of the widget belongs to it, too
   * @param keeps whether what the widget shows stays before what comes; else it goes when something
   *     comes, or at the {@link #end}
   */
  OutputPlace(CellOutput cell, Output widget, boolean keeps, Publisher onward) {
    this.cell = cell;
    this.widget = widget;
    this.onward = onward;
    if (keeps && widget.attribute("outputs") instanceof List<?> before) {
      before.forEach(each -> add(Json.element(each).getAsJsonObject(), ""));
    }
  }

  @Override
  public synchronized void publish(Message about, Content content) {
    if (content instanceof StreamText text) {
      clearIfAsked();
      addText(text);
    } else if (content instanceof DisplayData shown && shown.update()) {
      if (!ids.contains(shown.id())) {
        onward.publish(about, content);
        return;
      }
      outputs.set(ids.indexOf(shown.id()), json(shown));
    } else if (content instanceof DisplayData shown) {
      clearIfAsked();
      add(json(shown), shown.id());
    } else if (content instanceof ClearOutput clear) {
      clearNext = clear.waits();
      if (!clearNext) {
        clear();
      }
    } else {
      onward.publish(about, content);
      return;
    }
    tell();
  }

  /** Nothing more comes. */
  synchronized void end() {
    tell();
  }

  /** On whatever thread: a text may have waited for a timer. */
  private void tell() {
    CellOutput own = CurrentOutput.get().orElse(null);
    CurrentOutput.join(cell);
    try {
      widget.set("outputs", List.copyOf(outputs));
    } finally {
      CurrentOutput.join(own);
    }
  }

  private void add(JsonObject output, String id) {
    outputs.add(output);
    ids.add(id);
  }

  /** A new object also where text is added to the last one: the widget tells what has changed. */
  private void addText(StreamText text) {
    int last = outputs.size() - 1;
    String before = "";
    if (last >= 0 && Json.element(text.name()).equals(outputs.get(last).get("name"))) {
      before = outputs.remove(last).get("text").getAsString();
      ids.remove(last);
    }
    add(
        Json.object("output_type", "stream", "name", text.name(), "text", before + text.text()),
        "");
  }

  private static JsonObject json(DisplayData shown) {
    return Json.object(
        "output_type", "display_data", "data", shown.data(), "metadata", shown.metadata());
  }

  private void clearIfAsked() {
    if (clearNext) {
      clearNext = false;
      clear();
    }
  }

  private void clear() {
    outputs.clear();
    ids.clear();
  }
}
