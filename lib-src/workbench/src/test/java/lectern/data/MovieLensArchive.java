package lectern.data;

import java.nio.file.Path;
import java.util.List;

/** Reads an archive of MovieLens 100K whose checksum is not asked, for tests outside of here. */
public final class MovieLensArchive {
  private MovieLensArchive() {}

  /** What the archive's ratings, films and users are, if their canonical form has this SHA-256. */
  public static MovieLens100k read(Path archive) {
    var source = new Catalogue.Source("address", "http://x", "archive.zip", 0, "");
    var entry =
        new Catalogue.Entry("ml", "Ml", "research", "http://y", "cite", "", "", List.of(source));
    return MovieLens100kReader.read(new Fetch.Fetched(archive, source, true), entry);
  }
}
