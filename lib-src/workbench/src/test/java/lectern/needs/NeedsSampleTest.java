package lectern.needs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.display.UserError;
import lectern.feature.FeatureExtraction;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class NeedsSampleTest {
  private static final long DAY = Samples.DAY;

  private static final EventLog LOG =
      EventLog.builder()
          .add("a", "java", Events.VIEW, null, 5 * DAY)
          .add("b", "java", Events.VIEW, null, 5 * DAY)
          .add("c", "java", Events.VIEW, null, 5 * DAY)
          .add("d", "java", Events.VIEW, null, 5 * DAY)
          .add("e", "java", Events.VIEW, null, 5 * DAY)
          .add("a", "java", Events.PURCHASE, null, 10 * DAY)
          .add("b", "java", Events.PURCHASE, null, 38 * DAY - 1)
          .add("c", "java", Events.PURCHASE, null, 38 * DAY)
          .add("d", "tax", Events.PURCHASE, null, 20 * DAY)
          .add("e", "java", Events.PURCHASE, null, 10 * DAY - 1)
          .add("late", "java", Events.PURCHASE, null, 20 * DAY)
          .courseAttributes(
              Table.create(
                  StringColumn.create("course", "java", "tax"),
                  StringColumn.create("topic", "code", "money")))
          .build();

  private static NeedsSample at(long day, BuysTopic label) {
    return NeedsSample.of(LOG, day * DAY, label, FeatureExtraction::recencyFrequencyMonetary);
  }

  @Test
  void aYesIsAPurchaseInTheTopicFromTheCutOffToBeforeTheEnd() {
    NeedsSample sample = at(10, new BuysTopic("topic", "code"));
    assertEquals(List.of("a", "b", "c", "d", "e"), sample.features().users().ids());
    assertArrayEquals(new boolean[] {true, true, false, false, false}, sample.labels());
    assertEquals(0.4, sample.baseRate());
    assertEquals(38 * DAY, sample.labelsEnd());
    assertArrayEquals(
        new boolean[] {false, false, false, true, false},
        at(10, new BuysTopic("topic", "money")).labels());
    assertEquals(1, at(10, new BuysTopic("topic", "code", Events.PURCHASE, 5)).yes());
  }

  @Test
  void featuresAreFromBeforeTheCutOff() {
    assertEquals(0, at(10, new BuysTopic("topic", "code")).features().get("a", "frequency"));
    assertEquals(1, at(10, new BuysTopic("topic", "code")).features().get("e", "frequency"));
  }

  @Test
  void answersThatWereNotRecordedAreNoNo() {
    BuysTopic label = new BuysTopic("topic", "code");
    String said = assertThrows(UserError.class, () -> at(12, label)).getMessage();
    assertTrue(
        said.startsWith("The log ends before the 28 days after the cut-off 1970-01-13"), said);
    assertThrows(UserError.class, () -> at(10, new BuysTopic("topic", "wine")));
    assertThrows(UserError.class, () -> at(10, new BuysTopic("price", "9")));
    assertThrows(UserError.class, () -> new BuysTopic("topic", "code", Events.PURCHASE, 0));
  }

  @Test
  void shufflingKeepsHowManyAreYes() {
    NeedsSample some = Samples.known(1, 200, 0);
    NeedsSample shuffled = some.shuffled(3);
    assertEquals(some.yes(), shuffled.yes());
    assertEquals(some.features(), shuffled.features());
    assertNotEquals(Arrays.toString(some.labels()), Arrays.toString(shuffled.labels()));
    assertArrayEquals(shuffled.labels(), some.shuffled(3).labels());
    assertTrue(some.bundle().plain().contains("noise"));
  }
}
