package lectern.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files of the project's datasets folder, which travel inside the jar. */
final class Bundled {
  private Bundled() {}

  /** The text of a file, such as {@code "omnichannel/ratings.csv"}. */
  static String text(String name) {
    try (InputStream in = Bundled.class.getResourceAsStream("/lectern/datasets/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks datasets/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
