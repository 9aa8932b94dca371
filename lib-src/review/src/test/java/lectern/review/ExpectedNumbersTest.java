package lectern.review;

import static lectern.review.Notebooks.code;
import static lectern.review.Notebooks.data;
import static lectern.review.Notebooks.of;
import static lectern.review.Notebooks.tagged;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lectern.record.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectedNumbersTest {
  @TempDir Path folder;

  private static Notebook recording(Recorded recorded) {
    Object json = recorded.bundle().data().get(Recorded.MIME);
    return of(code(1, "x", data(Recorded.MIME, ((lectern.display.MimeBundle.Json) json).text())));
  }

  private static ExpectedNumbers numbers(Recorded recorded) {
    return ExpectedNumbers.of(recording(recorded));
  }

  @Test
  void aNumberMustComeAgainToTheBit() {
    ExpectedNumbers expected = numbers(new Recorded().add("J", 0.1 + 0.2));
    assertEquals(List.of(), expected.differencesTo(numbers(new Recorded().add("J", 0.1 + 0.2))));
    List<String> found = expected.differencesTo(numbers(new Recorded().add("J", 0.3)));
    assertEquals(List.of("J: expected 0.30000000000000004 to the bit, the run gives 0.3"), found);
  }

  @Test
  void aNativeNumberMustComeAgainWithinItsTolerance() {
    ExpectedNumbers expected = numbers(new Recorded().addNative("r", 0.3, 0.01));
    assertEquals(
        List.of(), expected.differencesTo(numbers(new Recorded().addNative("r", 0.309, 5))));
    assertEquals(1, expected.differencesTo(numbers(new Recorded().addNative("r", 0.32, 5))).size());
  }

  @Test
  void aNumberThatBecameNativeIsADifference() {
    ExpectedNumbers expected = numbers(new Recorded().add("r", 0.3));
    assertEquals(1, expected.differencesTo(numbers(new Recorded().addNative("r", 0.3, 1))).size());
  }

  @Test
  void missingAndNewNumbersAreNamed() {
    ExpectedNumbers expected = numbers(new Recorded().add("a", 1).add("b", 2));
    List<String> found = expected.differencesTo(numbers(new Recorded().add("a", 1)));
    assertTrue(found.get(0).contains("expected [a, b]"), found.toString());
  }

  @Test
  void theFileKeepsThem() throws IOException {
    Path notebooks = folder.resolve("notebooks");
    Path file =
        ExpectedNumbers.fileOf(notebooks, notebooks.resolve("01-omnichannel").resolve("1-x.ipynb"));
    assertTrue(file.endsWith(Path.of("expected", "01-omnichannel", "1-x.json")), file.toString());
    ExpectedNumbers numbers =
        numbers(new Recorded().add("text", "ä <b>").addNative("r", 1e-9, 1e-12));
    numbers.write(file);
    assertEquals(List.of(), ExpectedNumbers.read(file).differencesTo(numbers));
  }

  @Test
  void recordedNumbersAreNotComparedTwice() {
    assertEquals(
        List.of(),
        Differences.between(
            recording(new Recorded().add("J", 1)), recording(new Recorded().add("J", 2))));
  }

  @Test
  void ofANativeCellOnlyTheFormsAreCompared() {
    String tag = "\"tags\":[\"native\"]";
    Notebook before = of(tagged(1, tag, "x", data("text/plain", "\"0.31\"")));
    Notebook same = of(tagged(1, tag, "x", data("text/plain", "\"0.32\"")));
    Notebook other = of(tagged(1, tag, "x", data("text/html", "\"0.31\"")));
    assertEquals(List.of(), Differences.between(before, same));
    assertEquals(2, Differences.between(before, other).size());
  }
}
