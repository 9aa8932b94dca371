package lectern.kernel.output;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import lectern.display.MimeBundle;

/**
 * Forms that cells have given to values of a class: they stand beside those that the value has
 * anyway, and in place of those of the same MIME type. Of several for one value the last counts.
 */
public final class RegisteredLooks {
  private record Entry(Class<?> type, Function<Object, MimeBundle> forms) {}

  private static final List<Entry> ENTRIES = new CopyOnWriteArrayList<>();

  private RegisteredLooks() {}

  /** From now on values of that class, and of its subclasses, have these forms too. */
  public static <T> void add(Class<T> type, Function<T, MimeBundle> forms) {
    ENTRIES.add(0, new Entry(type, value -> forms.apply(type.cast(value))));
  }

  /** The bundle with what was registered for the value. */
  static MimeBundle on(MimeBundle bundle, Object value) {
    for (Entry entry : ENTRIES) {
      if (entry.type().isInstance(value)) {
        MimeBundle all = bundle;
        for (Map.Entry<String, Object> form : entry.forms().apply(value).data().entrySet()) {
          all = with(all, form.getKey(), form.getValue());
        }
        return all;
      }
    }
    return bundle;
  }

  /** One more form, as text, bytes or JSON. */
  static MimeBundle with(MimeBundle bundle, String mime, Object data) {
    if (data instanceof byte[] bytes) {
      return bundle.with(mime, bytes);
    }
    return data instanceof MimeBundle.Json json
        ? bundle.with(mime, json)
        : bundle.with(mime, data.toString());
  }
}
