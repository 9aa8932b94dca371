package lectern.data;

import com.google.gson.Gson;
import java.util.Arrays;
import java.util.List;
import lectern.display.UserError;

/** The public data sets that Lectern knows: {@code datasets/catalogue.json}. */
final class Catalogue {
  private Catalogue() {}

  /** What kind of place a source is. */
  enum Kind {
    ADDRESS("address"),
    PYTHON_PACKAGE("python-package");

    final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /** Where a data set can be had from, and what must arrive. */
  record Source(String kind, String from, String file, long bytes, String sha256) {
    /** In words that a person can follow. */
    String describe() {
      return kindOf() == Kind.ADDRESS ? from : "pip download --no-deps " + from;
    }

    Kind kindOf() {
      return Arrays.stream(Kind.values())
          .filter(known -> known.word.equals(kind))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("unknown kind of source: " + kind));
    }
  }

  /** A data set: see datasets/README.md for what each field means. */
  record Entry(
      String name,
      String title,
      String licence,
      String licenceAddress,
      String citation,
      String canonicalForm,
      String canonicalSha256,
      List<Source> sources) {}

  static List<Entry> read() {
    return List.of(new Gson().fromJson(Bundled.text("catalogue.json"), Entry[].class));
  }

  static Entry entry(String name) {
    List<Entry> all = read();
    List<String> names = all.stream().map(Entry::name).toList();
    return all.stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "There is no data set \""
                        + name
                        + "\". There are: "
                        + String.join(", ", names)
                        + Nearest.to(name, names)
                            .map(near -> ". Did you mean \"" + near + "\"?")
                            .orElse(".")));
  }
}
