package lectern.kernel.widget;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lectern.display.MimeBundle;
import lectern.display.widget.Output;
import lectern.display.widget.Widget;
import lectern.display.widget.WidgetHost;
import lectern.kernel.cell.CellError;
import lectern.kernel.comm.Comm;
import lectern.kernel.comm.CommListener;
import lectern.kernel.comm.CommTarget;
import lectern.kernel.message.MimeJson;
import lectern.kernel.output.CellOutput;
import lectern.kernel.output.CurrentOutput;
import lectern.kernel.output.Notebook;
import lectern.kernel.session.Session;
import lectern.kernel.wire.Json;
import lectern.kernel.wire.Message;

/**
 * The notebook's widgets: a comm for each, and one by which a page asks for all of them.
 *
 * <p>What the user changes is known at once, also while a cell runs, and is told to every page that
 * looks on ({@code echo_update}); listeners run in their turn.
 */
public final class NotebookWidgets implements WidgetHost {
  private static final JsonObject VERSION = Json.object("version", "2.1.0");

  private final Map<Widget, Comm> comms = new ConcurrentHashMap<>();
  private final ExecutorService inTurn = Executors.newSingleThreadExecutor(NotebookWidgets::thread);
  private final ExecutorService besides = Executors.newCachedThreadPool(NotebookWidgets::thread);
  private final Session session;

  private NotebookWidgets(Session session) {
    this.session = session;
  }

  /** From now on widgets are drawn in the front ends of that session. */
  public static void install(Session session) {
    NotebookWidgets widgets = new NotebookWidgets(session);
    session.comms().register(widgets.new Control());
    WidgetHost.use(widgets);
  }

  @Override
  public String open(Widget widget) {
    WidgetJson json = WidgetJson.of(widget.attributes());
    JsonObject data = Json.object("state", json.state(), "buffer_paths", json.bufferPaths());
    Comm comm =
        session.comms().open("jupyter.widget", data, VERSION, json.buffers(), new Twin(widget));
    comms.put(widget, comm);
    return comm.id();
  }

  @Override
  public void changed(Widget widget, Map<String, Object> attributes) {
    attributes.values().forEach(NotebookWidgets::openAll);
    send(widget, "update", attributes);
  }

  @Override
  public void close(Widget widget) {
    Comm comm = comms.remove(widget);
    if (comm != null) {
      comm.close();
    }
  }

  @Override
  public Runner runner(boolean newestOnly, boolean whileBusy) {
    Message home = CurrentOutput.get().map(CellOutput::request).orElse(null);
    return new Callbacks(session, whileBusy ? besides : inTurn, home, newestOnly, whileBusy);
  }

  @Override
  public void capture(Output place, boolean append, Runnable work) {
    CellOutput cell = CurrentOutput.get().orElse(null);
    if (cell == null) {
      work.run();
      return;
    }
    OutputPlace[] made = new OutputPlace[1];
    try {
      cell.through(onward -> made[0] = new OutputPlace(cell, place, append, onward), work);
    } finally {
      made[0].end();
    }
  }

  /** The looks of a value, with its JSON checked while its error can still be shown. */
  @Override
  public MimeBundle bundle(Object value) {
    MimeBundle bundle = Notebook.bundle(value);
    MimeJson.data(bundle);
    return bundle;
  }

  @Override
  public MimeBundle error(Throwable thrown) {
    CellError error = session.explain(thrown);
    return MimeBundle.text(String.join("\n", error.traceback()));
  }

  private static void openAll(Object value) {
    if (value instanceof Widget widget) {
      widget.open();
    } else if (value instanceof Iterable<?> values) {
      values.forEach(NotebookWidgets::openAll);
    }
  }

  private void send(Widget widget, String method, Map<String, Object> attributes) {
    Comm comm = comms.get(widget);
    if (comm != null) {
      WidgetJson json = WidgetJson.of(attributes);
      comm.send(json.message(method), json.buffers());
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "lectern-widgets");
    thread.setDaemon(true);
    return thread;
  }

  /** Hears what the front end says of one widget. */
  private final class Twin implements CommListener {
    private final Widget widget;

    Twin(Widget widget) {
      this.widget = widget;
    }

    @Override
    public boolean whileBusy() {
      return true;
    }

    @Override
    public void message(JsonObject data, List<byte[]> buffers) {
      String method = data.get("method") instanceof JsonPrimitive name ? name.getAsString() : "";
      if (method.equals("update") && data.get("state") instanceof JsonObject state) {
        Map<String, Object> changes = WidgetJson.values(state, data.get("buffer_paths"), buffers);
        send(widget, "echo_update", changes);
        widget.received(changes);
      } else if (method.equals("request_state")) {
        send(widget, "update", widget.attributes());
      } else if (method.equals("custom") && data.get("content") instanceof JsonObject content) {
        widget.custom(WidgetJson.values(content));
      }
    }

    @Override
    public void closed(JsonObject data) {
      comms.remove(widget);
    }
  }

  /** Tells a page that was opened anew the state of all widgets in one message. */
  private final class Control implements CommTarget {
    @Override
    public String name() {
      return "jupyter.widget.control";
    }

    @Override
    public CommListener opened(Comm comm, JsonObject data, List<byte[]> buffers) {
      return new CommListener() {
        @Override
        public boolean whileBusy() {
          return true;
        }

        @Override
        public void message(JsonObject asked, List<byte[]> none) {
          if (new JsonPrimitive("request_states").equals(asked.get("method"))) {
            WidgetStates states = WidgetStates.of(comms);
            comm.send(states.message(), states.buffers());
          }
        }
      };
    }
  }
}
