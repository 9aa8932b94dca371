package lectern.clean;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.display.UserError;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PrivacyTest {
  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path folder;

  /** Computed with Python: hmac.new(key, b"\0\0\0\5study" + "小王".encode(), "sha256"). */
  @Test
  void aPseudonymIsTheBeginningOfTheKeyedHash() {
    Pseudonyms names = Pseudonyms.withKey(KEY, "study");
    assertEquals("72347e76746b802e", names.of("小王"));
    assertEquals(
        "72347e76746b802e9e2a881e22ca1263e5ca6170912ad5a310d1f7ae91b3b9f1",
        names.digits(64).of("小王"));
  }

  @Test
  void keyPurposeAndIdEachMakeAnotherName() {
    Pseudonyms names = Pseudonyms.withKey(KEY, "study");
    byte[] other = KEY.clone();
    other[31]++;
    assertEquals(names.of("ann"), names.of("ann"));
    assertNotEquals(names.of("ann"), names.of("bob"));
    assertNotEquals(names.of("ann"), Pseudonyms.withKey(KEY, "other").of("ann"));
    assertNotEquals(names.of("ann"), Pseudonyms.withKey(other, "study").of("ann"));
    assertNotEquals(Pseudonyms.withKey(KEY, "a").of("bc"), Pseudonyms.withKey(KEY, "ab").of("c"));
  }

  @Test
  void usersOfALogAreRenamedWithTheirAttributes() {
    EventLog log =
        EventLog.builder()
            .add("ann", "java", Events.VIEW, "app", 1)
            .userAttributes(
                Table.create(
                    StringColumn.create("user", "ann", "bob"),
                    IntColumn.create("age", new int[] {20, 30})))
            .build();
    Pseudonyms names = Pseudonyms.withKey(KEY, "study");
    EventLog renamed = names.users(log);
    assertEquals(names.of("ann"), renamed.userId(0));
    assertEquals(
        List.of(names.of("ann"), names.of("bob")),
        renamed.userAttributes().stringColumn("user").asList());
    Table phones = Table.create(StringColumn.create("phone", "1", null, "1"));
    Table hidden = names.column(phones, "phone");
    assertEquals(names.of("1"), hidden.getString(0, 0));
    assertTrue(hidden.column(0).isMissing(1));
    assertEquals("1", phones.getString(0, 0));
  }

  @Test
  void twoIdsOfOneNameAreRefused() {
    Pseudonyms names = Pseudonyms.withKey(KEY, "study").digits(8);
    List<String> many = IntStream.range(0, 300_000).mapToObj(Integer::toString).toList();
    assertEquals(
        "Two ids would get one pseudonym of 8 digits: take more with digits(16).",
        assertThrows(UserError.class, () -> names.of(many)).getMessage());
    assertEquals(300_000, names.digits(16).of(many).size());
  }

  @Test
  void theKeyIsLongEnoughAndNeverShown() throws IOException {
    assertEquals(
        "A key has at least 32 bytes that are not all alike; this one has 31. Make one with"
            + " Pseudonyms.newKey(file).",
        assertThrows(UserError.class, () -> Pseudonyms.withKey(Arrays.copyOf(KEY, 31), "study"))
            .getMessage());
    assertThrows(UserError.class, () -> Pseudonyms.withKey(new byte[64], "study"));
    assertEquals(
        "pseudonyms of 16 digits for \"study\"", Pseudonyms.withKey(KEY, "study").toString());
    Path file = Files.writeString(folder.resolve("bad.key"), "secret words");
    UserError error = assertThrows(UserError.class, () -> Pseudonyms.withKey(file, "study"));
    assertFalse(error.getMessage().contains("secret") || error.getCause() != null);
    assertThrows(UserError.class, () -> Pseudonyms.withKey(KEY, "study").digits(7));
    assertThrows(UserError.class, () -> Pseudonyms.withKey(KEY, "study").digits(65));
  }

  @Test
  void aNewKeyIsForItsOwnerAndNeverOverwritten() throws IOException {
    Path file = folder.resolve("new.key");
    Pseudonyms.newKey(file);
    String name = Pseudonyms.withKey(file, "study").of("ann");
    assertThrows(UserError.class, () -> Pseudonyms.newKey(file));
    assertEquals(name, Pseudonyms.withKey(file, "study").of("ann"));
    assertThrows(UserError.class, () -> Pseudonyms.withKey(folder.resolve("none"), "study"));
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
  }

  private static Table people() {
    return Table.create(
        "people",
        IntColumn.create("age", new int[] {21, 23, 25, 31, 38, 39}),
        StringColumn.create("zip", "100084", "100085", "100084", "200001", "200002", "300000"),
        StringColumn.create("illness", "flu", "flu", "flu", "flu", "cold", "cold"));
  }

  @Test
  void everybodyIsAloneUntilValuesAreCoarser() {
    KAnonymity fine = KAnonymity.of(people(), 2, "age", "zip");
    assertEquals(6, fine.groups());
    assertEquals(1, fine.smallest());
    assertEquals(1, fine.shareBelow());
    assertFalse(fine.holds());
    assertEquals(0, fine.suppressed().rowCount());
    Table coarse = Coarser.prefix(Coarser.bands(people(), "age", 10), "zip", 3);
    assertEquals("20 to 30", coarse.getString(0, "age"));
    assertEquals("100*", coarse.getString(0, "zip"));
    KAnonymity report = KAnonymity.of(coarse, 2, "age", "zip");
    assertEquals(3, report.groups());
    assertArrayEquals(new int[] {5}, report.rowsBelow());
    assertEquals(1 / 6.0, report.shareBelow());
    assertEquals(1, report.below().rowCount());
    assertTrue(KAnonymity.of(report.suppressed(), 2, "age", "zip").holds());
    assertEquals(List.of(2, 3), report.table().intColumn("values").asList());
    assertEquals(List.of(1, 0), report.table().intColumn("rows below k without it").asList());
    assertEquals(List.of(1, 2), report.groupSizes().intColumn("groups").asList());
    assertTrue(
        report
            .bundle()
            .plain()
            .startsWith(
                "6 rows in 3 groups by age, zip: the smallest has 1; 1 rows (16.7 %) are in groups"
                    + " below k = 2"),
        report.toString());
  }

  @Test
  void aGroupOfOneIllnessGivesItAway() {
    Table coarse = Coarser.bands(people(), "age", 10);
    KAnonymity.Diversity found = KAnonymity.of(coarse, 3, "age").diversity("illness");
    assertEquals(1, found.distinct());
    assertEquals(3, found.revealed());
    assertEquals(1, found.entropy(), 1e-15);
    Table older = coarse.rows(3, 4);
    assertEquals(2, KAnonymity.of(older, 2, "age").diversity("illness").entropy(), 1e-12);
  }

  @Test
  void missingValuesAreAGroupOfTheirOwn() {
    Table table =
        Table.create(
            StringColumn.create("city", "missing", null, null),
            IntColumn.create("age", new int[] {1, 1, 1}));
    assertEquals(2, KAnonymity.of(table, 2, "city").groups());
    assertTrue(Coarser.prefix(table, "city", 1).column("city").isMissing(1));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThrows(UserError.class, () -> KAnonymity.of(people(), 1, "age"));
    assertThrows(UserError.class, () -> KAnonymity.of(people(), 2));
    assertTrue(
        assertThrows(UserError.class, () -> KAnonymity.of(people(), 2, "agee"))
            .getMessage()
            .endsWith("Did you mean \"age\"?"));
    KAnonymity report = KAnonymity.of(people(), 2, "age");
    assertThrows(UserError.class, () -> report.diversity("age"));
    assertThrows(UserError.class, () -> Coarser.bands(people(), "zip", 10));
    assertThrows(UserError.class, () -> Coarser.bands(people(), "age", 0));
    assertThrows(UserError.class, () -> Coarser.prefix(people(), "zip", -1));
    KAnonymity none = KAnonymity.of(people().emptyCopy(), 2, "age");
    assertEquals(0, none.smallest());
    assertTrue(none.holds() && none.toString().startsWith("0 rows in 0 groups"));
    assertThrows(UserError.class, () -> new NoisyCounts.Options(0));
    assertThrows(UserError.class, () -> new NoisyCounts.Options(1, 0, true));
    assertThrows(
        UserError.class,
        () -> NoisyCounts.of(people(), "zip", List.of("a", "a"), new NoisyCounts.Options(1), 1));
  }

  @Test
  void noiseIsLaplace() {
    RandomStream random = RandomStream.of(3, "laplace test");
    int n = 200_000;
    double sum = 0;
    double distance = 0;
    int far = 0;
    for (int i = 0; i < n; i++) {
      double x = NoisyCounts.laplace(random);
      sum += x;
      distance += Math.abs(x);
      far += Math.abs(x) > StrictMath.log(20) ? 1 : 0;
    }
    assertEquals(0, sum / n, 0.015);
    assertEquals(1, distance / n, 0.01);
    assertEquals(0.05, far / (double) n, 0.002);
  }

  @Test
  void noisyCountsDependOnSeedEpsilonAndRowsPerPerson() {
    Map<String, Long> exact = Map.of("a", 100L);
    NoisyCounts one = NoisyCounts.of(exact, new NoisyCounts.Options(1), 1);
    assertArrayEquals(one.counts(), NoisyCounts.of(exact, new NoisyCounts.Options(1), 1).counts());
    assertEquals(StrictMath.log(20), one.halfWidth());
    assertEquals(
        StrictMath.log(20) * 6,
        NoisyCounts.of(exact, new NoisyCounts.Options(0.5, 3, true), 1).halfWidth());
    long[] seeds =
        IntStream.range(0, 50)
            .mapToLong(s -> NoisyCounts.of(exact, new NoisyCounts.Options(0.1), s).counts()[0])
            .distinct()
            .toArray();
    assertTrue(seeds.length > 20);
  }

  @Test
  void emptyGroupsAreThereAndNegativeCountsCanBeCut() {
    NoisyCounts.Options rough = new NoisyCounts.Options(0.01);
    List<String> groups = List.of("flu", "cold", "none");
    NoisyCounts noisy = NoisyCounts.of(people(), "illness", groups, rough, 1);
    assertEquals(3, noisy.table().rowCount());
    NoisyCounts.Options cut = new NoisyCounts.Options(0.01, 1, false);
    for (long seed = 0; seed < 50; seed++) {
      NoisyCounts none = NoisyCounts.of(people(), "illness", groups, cut, seed);
      assertTrue(Arrays.stream(none.counts()).allMatch(c -> c >= 0), "seed " + seed);
    }
    NoisyCounts exact =
        NoisyCounts.of(people(), "illness", groups, new NoisyCounts.Options(1e9), 1);
    assertArrayEquals(new long[] {4, 2, 0}, exact.counts());
    assertTrue(noisy.bundle().plain().startsWith("noisy counts of 3 groups, ε = 0.01"));
  }
}
