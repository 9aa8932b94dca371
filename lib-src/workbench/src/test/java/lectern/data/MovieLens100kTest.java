package lectern.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lectern.display.UserError;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two forms of the archive on made-up films; the real data where it is on this machine. */
class MovieLens100kTest {
  @TempDir private Path folder;

  private static final String NO_GENRES = "|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0";

  private Path archive(Charset charset, Map<String, String> files) throws IOException {
    Path file = folder.resolve("archive.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(charset));
      }
    }
    return file;
  }

  private MovieLens100k official() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("ml-100k/README", "ignored");
    files.put("ml-100k/u.data", "10\t2\t3\t900\n9\t2\t5\t800\n10\t1\t4\t700\n");
    files.put(
        "ml-100k/u.item",
        "1|Misérable Tale, A (1995)|01-Jan-1995||http://x"
            + NO_GENRES.replaceFirst("0\\|0", "0|1")
            + "\n"
            + "2|Time of Gifts (1996) (V)|01-Jan-1996||http://x"
            + "|0|0|1|0|0|0|0|0|0|0|0|0|0|0|0|1|0|0|0\n"
            + "3|unknown||||1|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0\n");
    files.put("ml-100k/u.user", "9|24|M|technician|85711\n10|53|F|other|T8H1N\n");
    return read(archive(StandardCharsets.ISO_8859_1, files));
  }

  private MovieLens100k recbole() throws IOException {
    String at = "recbole/dataset_example/ml-100k/ml-100k.";
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        at + "inter",
        "user_id:token\titem_id:token\trating:float\ttimestamp:float\n"
            + "9\t2\t5\t800\n10\t1\t4.0\t700\n10\t2\t3\t900\n");
    files.put(
        at + "item",
        "item_id:token\tmovie_title:token_seq\trelease_year:token\tclass:token_seq\n"
            + "1\tMisérable Tale, A\t1995\tAction\n"
            + "2\tTime of Gifts (1996)\tV\tSci-Fi Adventure\n"
            + "3\tunkonwn\tunkonwn\tunknown\n");
    files.put(
        at + "user",
        "user_id:token\tage:token\tgender:token\toccupation:token\tzip_code:token\n"
            + "9\t24\tM\ttechnician\t85711\n10\t53\tF\tother\tT8H1N\n");
    return read(archive(StandardCharsets.UTF_8, files));
  }

  private static final String SUM =
      Sha256.of("9\t2\t5\t800\n10\t1\t4\t700\n10\t2\t3\t900\n".getBytes(StandardCharsets.UTF_8));

  private MovieLens100k read(Path archive) {
    return read(archive, SUM);
  }

  private MovieLens100k read(Path archive, String sum) {
    var source = new Catalogue.Source("address", "http://x", "archive.zip", 0, "");
    var entry =
        new Catalogue.Entry("ml", "Ml", "research", "http://y", "cite", "", sum, List.of(source));
    return MovieLens100kReader.read(new Fetch.Fetched(archive, source, true), entry);
  }

  @Test
  void bothArchivesGiveTheSame() throws IOException {
    MovieLens100k one = official();
    MovieLens100k other = recbole();
    assertEquals(one.interactions(), other.interactions());
    assertEquals(one.items().print(), other.items().print());
    assertEquals(one.users().print(), other.users().print());
    assertEquals(3, one.interactions().size());
    assertEquals(900, one.interactions().row(1).time(1));
    assertEquals("Time of Gifts", one.title("2"));
    assertEquals("77", one.title("77"));
    assertEquals(1996, one.items().intColumn("year").get(1));
    assertTrue(one.items().intColumn("year").isMissing(2));
    assertEquals("Adventure, Sci-Fi", one.items().stringColumn("genres").get(1));
    assertEquals("unknown", one.items().stringColumn("genres").get(2));
    assertEquals("research http://y", one.licence());
    assertTrue(one.bundle().plain().endsWith("Licence: research http://y"));
  }

  @Test
  void otherDataIsRefused() throws IOException {
    Path archive = folder.resolve("archive.zip");
    official();
    assertTrue(
        assertThrows(UserError.class, () -> read(archive, "0"))
            .getMessage()
            .contains("is not the data in the catalogue"));
    Path empty = archive(StandardCharsets.UTF_8, Map.of("README", "nothing"));
    assertThrows(UserError.class, () -> read(empty));
  }

  @Test
  void theRealData() {
    Catalogue.Entry entry = Catalogue.entry("movielens-100k");
    Fetch.Fetched here = Fetch.ofThisMachine().cached(entry);
    Assumptions.assumeTrue(here != null, "not run: ./lectern data fetch movielens-100k brings it");
    MovieLens100k ml = MovieLens100kReader.read(here, entry);
    assertEquals(100_000, ml.interactions().size());
    assertEquals(943, ml.interactions().userCount());
    assertEquals(1682, ml.interactions().itemCount());
    assertEquals(3.52986, ml.interactions().meanValue(), 1e-9);
    assertEquals(1682, ml.items().rowCount());
    assertEquals(943, ml.users().rowCount());
    assertEquals(1, ml.items().intColumn("year").countMissing());
    assertEquals("Star Wars", ml.title("50"));
  }
}
