package lectern.display;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The looks of one value: MIME type to data, in the order in which they were added. Immutable.
 *
 * <p>Data is one of three things: text, bytes (a picture), or {@link Json} (a figure). For example
 *
 * <pre>{@code
 * MimeBundle.text("3 rows").with(MimeBundle.HTML, "<table>…</table>")
 * }</pre>
 */
public final class MimeBundle {
  public static final String PLAIN = "text/plain";
  public static final String HTML = "text/html";
  public static final String MARKDOWN = "text/markdown";
  public static final String LATEX = "text/latex";
  public static final String PNG = "image/png";
  public static final String SVG = "image/svg+xml";
  public static final String PLOTLY = "application/vnd.plotly.v1+json";

  /**
   * Marks what depends on the clock or the machine's past, as bars do, and is no part of a result:
   * so a program that compares or saves notebooks can tell the two apart.
   */
  public static final String PROGRESS = "application/vnd.lectern.progress+json";

  /** JSON that is sent as it stands, not as a string. The text must be strict JSON. */
  public record Json(String text) {
    public Json {
      Objects.requireNonNull(text, "text");
    }
  }

  /** The size at which a picture is shown, in CSS pixels; a sharp picture has twice as many. */
  public record PictureSize(int width, int height) {
    public PictureSize {
      if (width < 1 || height < 1) {
        throw new IllegalArgumentException(
            "a picture's size must be at least 1 x 1, not " + width + " x " + height);
      }
    }
  }

  private static final MimeBundle EMPTY = new MimeBundle(Map.of(), Map.of());

  private final Map<String, Object> data;
  private final Map<String, PictureSize> sizes;

  private MimeBundle(Map<String, Object> data, Map<String, PictureSize> sizes) {
    this.data = data;
    this.sizes = sizes;
  }

  /** A bundle with nothing in it: the value shows nothing. */
  public static MimeBundle empty() {
    return EMPTY;
  }

  /** A bundle of plain text. */
  public static MimeBundle text(String plain) {
    return EMPTY.with(PLAIN, plain);
  }

  /** A bundle of HTML; {@link Display} puts its words beside it as plain text. */
  public static MimeBundle html(String html) {
    return EMPTY.with(HTML, html);
  }

  /** This bundle with that plain text as its first form. */
  public MimeBundle withPlain(String plain) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(PLAIN, Objects.requireNonNull(plain, "plain"));
    data.forEach(all::putIfAbsent);
    return new MimeBundle(Collections.unmodifiableMap(all), sizes);
  }

  /** This bundle with one more text form; a form of the same type is replaced. */
  public MimeBundle with(String mime, String text) {
    return put(mime, Objects.requireNonNull(text, "text"), null);
  }

  /** This bundle with one more form that is JSON. */
  public MimeBundle with(String mime, Json json) {
    return put(mime, Objects.requireNonNull(json, "json"), null);
  }

  /** This bundle with one more form that is bytes, such as {@code image/jpeg}. */
  public MimeBundle with(String mime, byte[] bytes) {
    return put(mime, bytes.clone(), null);
  }

  /** This bundle without that form; the same where it has none of that type. */
  public MimeBundle without(String mime) {
    Map<String, Object> all = new LinkedHashMap<>(data);
    Map<String, PictureSize> shown = new LinkedHashMap<>(sizes);
    all.remove(mime);
    shown.remove(mime);
    return new MimeBundle(Collections.unmodifiableMap(all), Collections.unmodifiableMap(shown));
  }

  /** This bundle with a PNG picture, shown at the given size whatever its number of pixels. */
  public MimeBundle withPng(byte[] png, PictureSize shown) {
    return put(PNG, png.clone(), shown);
  }

  /**
   * MIME type to data: a {@code String}, a {@code byte[]} or a {@link Json}, in the order added. Do
   * not change the arrays in it.
   */
  public Map<String, Object> data() {
    return data;
  }

  /** MIME type to the size at which that picture is shown, for pictures that have one. */
  public Map<String, PictureSize> sizes() {
    return sizes;
  }

  /** True when there is nothing to show. */
  public boolean isEmpty() {
    return data.isEmpty();
  }

  /** The plain text, or "" where there is none. */
  public String plain() {
    return data.get(PLAIN) instanceof String text ? text : "";
  }

  private MimeBundle put(String mime, Object value, PictureSize size) {
    Map<String, Object> all = new LinkedHashMap<>(data);
    all.put(Objects.requireNonNull(mime, "mime"), value);
    Map<String, PictureSize> shown = new LinkedHashMap<>(sizes);
    shown.remove(mime);
    if (size != null) {
      shown.put(mime, size);
    }
    return new MimeBundle(Collections.unmodifiableMap(all), Collections.unmodifiableMap(shown));
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof MimeBundle that)
        || !sizes.equals(that.sizes)
        || !data.keySet().equals(that.data.keySet())) {
      return false;
    }
    return data.entrySet().stream()
        .allMatch(e -> Objects.deepEquals(e.getValue(), that.data.get(e.getKey())));
  }

  @Override
  public int hashCode() {
    int sum = sizes.hashCode();
    for (var entry : data.entrySet()) {
      Object value = entry.getValue();
      int hash = value instanceof byte[] bytes ? Arrays.hashCode(bytes) : value.hashCode();
      sum += entry.getKey().hashCode() ^ hash;
    }
    return sum;
  }

  /** Type and length of each form: {@code text/plain 6, image/png 1200}. */
  @Override
  public String toString() {
    StringBuilder all = new StringBuilder();
    data.forEach(
        (mime, value) ->
            all.append(all.isEmpty() ? "" : ", ").append(mime).append(' ').append(length(value)));
    return all.toString();
  }

  private static int length(Object value) {
    if (value instanceof byte[] bytes) {
      return bytes.length;
    }
    String text = value instanceof Json json ? json.text() : (String) value;
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
