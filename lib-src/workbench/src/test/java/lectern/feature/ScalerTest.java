package lectern.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lectern.display.UserError;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalerTest {
  private static UserFeatures column(String name, int n, IntToDoubleFunction value) {
    double[][] rows =
        IntStream.range(0, n)
            .mapToObj(i -> new double[] {value.applyAsDouble(i)})
            .toArray(double[][]::new);
    return UserFeatures.of(
        IntStream.range(0, n).mapToObj(i -> "u" + i).toList(), List.of(name), rows);
  }

  private static UserFeatures column(double... values) {
    return column("x", values.length, i -> values[i]);
  }

  private static double[] scaled(Scaler scaler, double... values) {
    return scaler.transform(column(values)).column("x");
  }

  @Test
  void eachMethodByHand() {
    double[] values = {0, 2, 4, 6, 28};
    // Mean 8, squares 64 + 36 + 16 + 4 + 400 = 520, over 5 is 104; quartiles 2 and 6.
    assertArrayEquals(
        new double[] {-8 / Math.sqrt(104), 20 / Math.sqrt(104)},
        scaled(Scaler.standard(column(values)), 0, 28),
        1e-15);
    assertArrayEquals(new double[] {0, 0.5, 2}, scaled(Scaler.minMax(column(values)), 0, 14, 56));
    assertArrayEquals(new double[] {-1, 0, 6}, scaled(Scaler.robust(column(values)), 0, 4, 28));
  }

  @Test
  void otherUsersAreScaledWithTheTrainingUsersNumbers() {
    Scaler scaler = Scaler.standard(column(1, 3));
    assertArrayEquals(new double[] {8}, scaled(scaler, 10));
    assertArrayEquals(new double[] {2}, scaler.centres());
    assertArrayEquals(new double[] {1}, scaler.scales());
  }

  @Test
  void inverseGivesBackWhatWas() {
    for (long seed = 1; seed <= 20; seed++) {
      RandomStream random = RandomStream.of(seed, "scaler");
      UserFeatures some = column("x", 50, i -> 1e3 * random.nextGaussian());
      for (Scaler.Method method : Scaler.Method.values()) {
        Scaler scaler = Scaler.fit(some, ScalerOptions.of(method));
        UserFeatures back = scaler.inverse(scaler.transform(some));
        double off = back.matrix().largestDifference(some.matrix());
        assertTrue(off < 1e-9, "seed " + seed + ", " + method + " is off by " + off);
      }
    }
  }

  @Test
  void columnsWithoutSpreadAreRefusedOrCentred() {
    UserFeatures constant = column(7, 7, 7);
    String said = assertThrows(UserError.class, () -> Scaler.standard(constant)).getMessage();
    assertTrue(said.contains("all their values are alike): [x]."), said);
    UserFeatures mostly = column(0, 0, 0, 0, 9);
    assertTrue(
        assertThrows(UserError.class, () -> Scaler.robust(mostly))
            .getMessage()
            .contains("at least half of their values are alike"));
    for (Scaler.Method method : Scaler.Method.values()) {
      Scaler centred =
          Scaler.fit(constant, ScalerOptions.of(method).constant(Scaler.Constant.CENTRE));
      assertArrayEquals(new double[] {0, 1}, scaled(centred, 7, 8), method.name());
      assertArrayEquals(new double[] {7}, centred.inverse(column(0)).column("x"));
    }
  }

  @Test
  void identifiersAreRefusedByName() {
    for (String name : List.of("user_id", "id", "UserId", "用户编号", "course id", "UID", "phone")) {
      UserFeatures some = column(name, 3, i -> i % 2 + 0.5);
      String said = assertThrows(UserError.class, () -> Scaler.standard(some), name).getMessage();
      assertTrue(said.contains("(its name says so)"), said);
      Scaler.fit(some, ScalerOptions.of(Scaler.Method.STANDARD).notIdentifiers(name));
    }
    for (String name : List.of("idle_minutes", "video", "paid", "monetary", "keyword_share")) {
      Scaler.standard(column(name, 3, i -> i % 2 + 0.5));
    }
  }

  @Test
  void identifiersAreRefusedByNature() {
    UserFeatures numbers = column("x", 30, i -> 1000 + (i * 7) % 30);
    assertTrue(
        assertThrows(UserError.class, () -> Scaler.minMax(numbers))
            .getMessage()
            .contains("numbers the rows"));
    UserFeatures phones = column("x", 30, i -> 13_000_000_000L + i * 7_919_113L);
    assertTrue(
        assertThrows(UserError.class, () -> Scaler.minMax(phones)).getMessage().contains("codes"));
    Scaler.standard(column("x", 30, i -> i * i)); // the digits differ
    Scaler.standard(column("x", 30, i -> 1000 + i + 0.5)); // no whole numbers
    Scaler.standard(column("x", 10, i -> i)); // ten rows may well differ
  }

  @Test
  void unknownValuesAndOtherColumnsAreRefused() {
    String said =
        assertThrows(UserError.class, () -> Scaler.standard(column(1, Double.NaN))).getMessage();
    assertEquals("\"x\" of user \"u1\" is NaN: fill or drop it before scaling.", said);
    assertThrows(UserError.class, () -> Scaler.standard(column()));
    Scaler scaler = Scaler.standard(column(1, 2));
    assertThrows(UserError.class, () -> scaler.transform(column("y", 2, i -> i)));
  }

  @Test
  void isSavedWithAllItsBits(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("scaler.json");
    Scaler scaler = Scaler.standard(column(0.1, 0.2, 0.7));
    scaler.save(file);
    assertEquals(scaler, Scaler.load(file));
    assertThrows(UserError.class, () -> scaler.save(folder.resolve("none/scaler.json")));
    assertThrows(UserError.class, () -> Scaler.load(folder.resolve("other.json")));
    for (String other : List.of("", "{}", "[1]", "{\"format\": \"lectern scaler 1\"}")) {
      Files.writeString(file, other);
      String said = assertThrows(UserError.class, () -> Scaler.load(file), other).getMessage();
      assertTrue(said.endsWith("is not a saved scaler."), said);
    }
  }
}
