package lectern.lstm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.display.Display;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

class PrecisionListingTest {
  private static PrecisionListing run(String csv) {
    return PrecisionListing.run(
        Table.read().usingOptions(CsvReadOptions.builderFromString(csv)), 7, Progress.silent());
  }

  private static void stops(String step, String why, String csv) {
    PrecisionListing listing = run(csv);
    assertFalse(listing.runs());
    var last = listing.steps().get(listing.steps().size() - 1);
    assertEquals(step, last.what());
    assertTrue(last.result().contains(why), last.result());
    assertEquals(Double.NaN, listing.accuracy());
    assertTrue(listing.toString().contains("stops at"));
  }

  private static String random(int users, int courses) {
    RandomStream random = RandomStream.of(2, "behaviour");
    StringBuilder csv = new StringBuilder("user_id,course_id,behavior_type\n");
    for (int u = 1; u <= users; u++) {
      for (int c = 1; c <= courses; c++) {
        if (c == 1 || u == 1 || random.nextInt(4) == 0) {
          csv.append(u).append(',').append(c).append(',').append(random.nextInt(3)).append('\n');
        }
      }
    }
    return csv.toString();
  }

  @Test
  void onKindDataItRunsToItsEndAndPrintsNothingOfUse() {
    PrecisionListing listing = run(random(70, 12));
    assertTrue(listing.runs());
    assertEquals(70, listing.users());
    assertEquals(12, listing.courses());
    assertEquals(10, listing.losses().length);
    assertEquals(Math.log(2), listing.losses()[9], 0.05);
    assertEquals(70, listing.predictions().length);
    assertEquals(0, listing.accuracy());
    assertEquals(0.5, listing.accuracyMeant(), 0.2);
    assertEquals(8, listing.steps().size());
    assertTrue(
        Display.of(getClass().getClassLoader()).bundle(listing).plain().contains("(70, 12)"));
  }

  @Test
  void itStopsAtBehaviourInWords() {
    stops("fill the matrix", "\"view\" is text", "user_id,course_id,behavior_type\n1,1,view\n");
  }

  @Test
  void itStopsAtIdsWithGapsInTextOrWithFractions() {
    String head = "user_id,course_id,behavior_type\n";
    stops("fill the matrix", "user 1001 is beyond", head + "1001,1,1\n1002,1,1\n");
    stops("fill the matrix", "course 7 is beyond", head + "1,7,0\n");
    stops("fill the matrix", "user_id is text", head + "u1,1,1\n");
    stops("fill the matrix", "makes the ids fractions", head + "1,1,0.5\n");
    assertTrue(run("user_id,course_id,behavior_type,at\n1,1,0.5,monday\n").runs());
  }

  @Test
  void anIdOfZeroIsCountedFromTheEndWithoutAWord() {
    PrecisionListing listing = run("user_id,course_id,behavior_type\n0,1,0\n1,2,1\n2,1,1\n");
    assertTrue(listing.steps().get(1).result().contains("lines over earlier ones: 0"));
    assertTrue(listing.steps().get(1).result().contains("counted from the end: 1"));
    stops("fill the matrix", "user -5 is beyond", "user_id,course_id,behavior_type\n-5,1,0\n");
  }

  @Test
  void itStopsAtABehaviourThatIsNoRowOfTheEmbedding() {
    stops("train", "the behaviour 5 of user 1", "user_id,course_id,behavior_type\n1,1,5\n1,2,1\n");
  }

  @Test
  void itStopsAtPredictionsForAnotherNumberOfCourses() {
    StringBuilder csv = new StringBuilder("user_id,course_id,behavior_type\n");
    for (int c = 1; c <= 1001; c++) {
      csv.append("1,").append(c).append(",1\n");
    }
    stops("predict", "takes rows of 1001 courses, and these have 1000", csv.toString());
  }

  @Test
  void aMissingColumnIsSaid() {
    assertThrows(UserError.class, () -> run("user_id,course_id\n1,1\n"));
  }
}
