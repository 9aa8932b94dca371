package lectern.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.data.EventLog;
import lectern.data.EventLogBuilder;
import lectern.data.Events;
import org.junit.jupiter.api.Test;

class DirtTest {
  private static final SimulationOptions OPTIONS = SimulationOptions.usual().users(300);
  private static final SimulatedPlatform DIRTY = Simulation.run(OPTIONS.dirt(Dirt.usual()), 9);

  @Test
  void withoutDirtTheLogIsTheCleanOne() {
    SimulatedPlatform clean = Simulation.run(OPTIONS, 9);
    assertSame(clean.cleanLog(), clean.log());
    assertEquals(0, clean.dirtLog().size());
    assertEquals(clean.cleanLog(), DIRTY.cleanLog());
  }

  @Test
  void undoingWhatTheDirtLogSaysGivesTheCleanLog() {
    EventLog dirty = DIRTY.log();
    EventLog clean = DIRTY.cleanLog();
    Map<Integer, DirtLog.Entry> byRow = new HashMap<>();
    for (DirtLog.Entry entry : DIRTY.dirtLog().entries()) {
      if (entry.row() >= 0) {
        assertEquals(null, byRow.put(entry.row(), entry), "one change a row");
      }
    }
    EventLogBuilder out = EventLog.builder();
    clean.users().ids().forEach(out::user);
    clean.courses().ids().forEach(out::course);
    for (int row = 0; row < dirty.size(); row++) {
      DirtLog.Entry e = byRow.get(row);
      String field = e == null ? "" : e.field();
      if (!field.equals("row")) {
        out.add(
            dirty.userId(row),
            dirty.course(row) < 0 ? null : dirty.courseId(row),
            dirty.eventName(row),
            field.equals("platform") ? e.clean() : dirty.platformId(row),
            field.equals("time") ? Long.parseLong(e.clean()) : dirty.time(row),
            field.equals("value") ? Double.parseDouble(e.clean()) : dirty.value(row));
      }
    }
    EventLog mended =
        out.userAttributes(clean.userAttributes())
            .courseAttributes(clean.courseAttributes())
            .build();
    assertEquals(clean, mended);
  }

  @Test
  void sharesAreThoseAskedFor() {
    double rows = DIRTY.cleanLog().size();
    double views = DIRTY.cleanLog().count(Events.VIEW) * (1 - 0.02 - 0.015 - 0.02 - 0.005 - 0.05);
    Map<String, Double> wanted =
        Map.of(
            "duplicates", 0.02 * rows,
            "doubleFired", 0.015 * rows,
            "missing", 0.02 * rows,
            "impossible", 0.005 * rows,
            "labels", 0.05 * rows,
            "wrongUnits", 0.03 * views,
            "outliers", 0.01 * views);
    wanted.forEach(
        (kind, count) ->
            assertEquals(count, DIRTY.dirtLog().rows(kind).length, 4.5 * Math.sqrt(count), kind));
    long attributes =
        DIRTY.dirtLog().entries().stream().filter(e -> e.kind().equals("attributes")).count();
    assertTrue(attributes > 3 && attributes < 35, "" + attributes);
  }

  @Test
  void dirtyRowsLookLikeTheirKind() {
    EventLog log = DIRTY.log();
    Set<String> clean = new HashSet<>(DIRTY.cleanLog().platforms().ids());
    for (int row : DIRTY.dirtLog().rows("labels")) {
      assertTrue(!clean.contains(log.platformId(row)), log.platformId(row));
    }
    assertTrue(log.platforms().ids().containsAll(List.of("微信", "WeChat", "å¾®ä¿¡")));
    for (int row : DIRTY.dirtLog().rows("duplicates")) {
      assertEquals(log.user(row - 1), log.user(row));
      assertEquals(log.time(row - 1), log.time(row));
    }
    for (int row : DIRTY.dirtLog().rows("doubleFired")) {
      long later = log.time(row) - log.time(row - 1);
      assertTrue(later >= 1 && later <= 3);
    }
    for (int row : DIRTY.dirtLog().rows("impossible")) {
      assertTrue(log.value(row) < 0 || log.value(row) == 7 || log.time(row) < 365 * 86_400L);
    }
  }
}
