package lectern.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import lectern.cluster.ExhaustivePartitions;
import lectern.cluster.Partition;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTest {
  @ParameterizedTest
  @CsvSource({
    "0.55, 0.545, AGREES",
    "0.55, 0.555, AGREES",
    "0.55, 0.5551, DIFFERS",
    "0.55, 0.5449, DIFFERS",
    "8, 8, AGREES",
    "8, 8.0000000000001, AGREES",
    "8, 8.000001, DIFFERS",
    "-2.5, -2.54, AGREES",
    "−2.5, -2.54, AGREES",
    "-2.5, 2.5, DIFFERS",
    "0.550, 0.5506, DIFFERS",
    "1000000, 1000000.0000001, AGREES",
    "0.55, NaN, CANNOT_BE_COMPUTED",
    "0.55, Infinity, DIFFERS",
    "1e-13, 0, DIFFERS",
    "1e-13, 1.4e-13, AGREES",
    "0.0000000000001, 0, DIFFERS",
    "0, 1e-13, DIFFERS",
    "0, 0, AGREES",
    "0.00, 0.005, AGREES",
    "1.5e3, 1520, AGREES",
    "1.5E3, 1450, AGREES",
    "1.5e3, 1551, DIFFERS",
    "2e0, 2.4, AGREES",
    "1500, 1500.5, DIFFERS",
  })
  void aPrintedNumberIsOffByHalfItsLastDigit(String printed, double computed, Verdict verdict) {
    assertEquals(verdict, Claim.of("community 4.3", "U", printed).check(computed).verdict());
  }

  @Test
  void theWorkedExampleOfTheCommunityArticle() {
    Checked checked =
        Claim.of("community 4.3", "engagement U", 0.55, 0.005)
            .check(0.6 * 0.8 + 0.3 * 0.7 + 0.1 * 0.5);
    assertEquals(Verdict.DIFFERS, checked.verdict());
    assertEquals("0.55", checked.printed());
    assertEquals("0.74", checked.computed());
    assertEquals("off by 0.19, tolerance 0.005", checked.why());
    assertEquals("community", checked.article());
  }

  @Test
  void anIntegerIsAcceptedWhereANumberIs() {
    assertEquals(Verdict.AGREES, Claim.of("a 1", "count", "3").check(3).verdict());
    assertEquals(Verdict.AGREES, Claim.of("a 1", "rounded", 3, 0.5).check(3.4).verdict());
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "3, 3",
    "0, 0",
    "-2.5, -2.5",
    "0.3333333333333333, 0.3333333333",
    "1e-7, 1E-7",
    "0.00001, 0.00001",
    "123456789012, 123456789000",
    "1.5e12, 1.5E+12",
    "NaN, NaN",
    "-Infinity, -Infinity",
    "-0.00000001, -1E-8",
    "100, 100",
  })
  void numbersAreShownShort(double value, String text) {
    assertEquals(text, Claim.withoutNumber("a 1", "x").check(value).computed());
  }

  @Test
  void arraysAreComparedByLengthThenValue() {
    var claim = Claim.array("omnichannel 5.4", "scores", new double[] {8, 4, 3}, 0);
    assertEquals(Verdict.AGREES, claim.check(new double[] {8, 4, 3}).verdict());
    assertEquals("number 2: off by 1, tolerance 0", claim.check(new double[] {8, 5, 3}).why());
    assertEquals("3 numbers printed, 2 computed", claim.check(new double[] {8, 4}).why());
    assertEquals(
        Verdict.CANNOT_BE_COMPUTED, claim.check(new double[] {8, Double.NaN, 3}).verdict());
    assertEquals("[8, 4, 3]", claim.check(new double[] {8, 4, 3}).printed());
  }

  @Test
  void matricesAreComparedByShapeThenCell() {
    var printed = DenseMatrix.of(new double[][] {{3, 0}, {0, 2.5}});
    var claim = Claim.matrix("omnichannel 5.4", "centres", printed, 0.05);
    assertEquals(Verdict.AGREES, claim.check(printed.map(x -> x + 0.05)).verdict());
    assertEquals("printed is 2 × 2, ours 2 × 5", claim.check(DenseMatrix.zeros(2, 5)).why());
    assertEquals("printed is 2 × 2, ours 3 × 2", claim.check(DenseMatrix.zeros(3, 2)).why());
    assertEquals(
        "row 1, column 1: off by -3, tolerance 0.05", claim.check(DenseMatrix.zeros(2, 2)).why());
    assertEquals("[3, 0]\n[0, 2.5]\n(2 × 2)", claim.check(printed).computed());
  }

  @Test
  void shapes() {
    var claim = Claim.shape("omnichannel 4.2.3", "U", 3, 5);
    assertEquals(Verdict.AGREES, claim.check(DenseMatrix.zeros(3, 5)).verdict());
    assertEquals(Verdict.DIFFERS, claim.check(DenseMatrix.zeros(5, 3)).verdict());
    assertEquals(Verdict.DIFFERS, claim.check(DenseMatrix.zeros(3, 3)).verdict());
    assertEquals("3 × 3", claim.check(DenseMatrix.zeros(3, 3)).computed());
  }

  @Test
  void orders() {
    var claim = Claim.order("omnichannel 5.4", "user 1's items", List.of(3, 1, 4));
    assertEquals(Verdict.AGREES, claim.check(List.of(3, 1, 4)).verdict());
    assertEquals("place 2: 1 printed, 4 ours", claim.check(List.of(3, 4, 1)).why());
    assertEquals("3 places printed, 2 ours", claim.check(List.of(3, 1)).why());
    assertEquals("[3, 1]", claim.check(List.of(3, 1)).computed());
    assertEquals(Verdict.DIFFERS, claim.check(List.of(3, 1, 4, 2)).verdict());
  }

  @Test
  void partitionsAreEqualUpToTheirNumbers() {
    var claim = Claim.partition("omnichannel 5.4", "labels", Partition.of(1, 0, 1, 1, 0));
    assertEquals(Verdict.AGREES, claim.check(Partition.of(0, 7, 0, 0, 7)).verdict());
    assertEquals(Verdict.DIFFERS, claim.check(Partition.of(0, 1, 0, 0, 0)).verdict());
    assertEquals("5 things printed, 2 ours", claim.check(Partition.of(0, 1)).why());
    assertEquals("{1} {2}", claim.check(Partition.of(0, 1)).computed());
  }

  @Test
  void statementsAndQuantitiesWithoutANumber() {
    var statement = Claim.statement("omnichannel 4.1.2", "J never rises");
    assertEquals(Verdict.AGREES, statement.check(true).verdict());
    Checked not = statement.check(false, "it rose in iteration 3");
    assertEquals(Verdict.DIFFERS, not.verdict());
    assertEquals("does not hold", not.computed());
    assertEquals("holds", statement.check(true).computed());
    assertEquals("the statement does not hold. it rose in iteration 3", not.why());
    Checked shown = Claim.withoutNumber("omnichannel 4.2", "loss").check(0.25);
    assertEquals(Verdict.NO_NUMBER_GIVEN, shown.verdict());
    assertEquals("0.25", shown.computed());
  }

  @Test
  void stepsThatFailDoNotRun() {
    var claim = Claim.array("omnichannel 5.4", "scores", new double[] {8}, 0);
    DenseMatrix matrix = DenseMatrix.zeros(5, 3);
    Checked failed = claim.run(() -> matrix.multiply(new double[5]));
    assertEquals(Verdict.DOES_NOT_RUN, failed.verdict());
    assertTrue(failed.why().contains("5 × 3"), failed.why());
    assertEquals(Verdict.AGREES, claim.run(() -> new double[] {8}).verdict());
    assertEquals(
        "IllegalStateException",
        claim
            .run(
                () -> {
                  throw new IllegalStateException();
                })
            .why());
    assertThrows(
        CancellationException.class,
        () ->
            claim.run(
                () -> {
                  throw new InterruptedException();
                }));
  }

  @Test
  void whatIsNotGivenIsNamed() {
    var claim = Claim.of("crossover 4", "R", 0.5, 0.05);
    Checked missing = claim.needs(List.of("U", "weights", "M"), List.of("U"));
    assertEquals(Verdict.CANNOT_BE_COMPUTED, missing.verdict());
    assertEquals("not given: weights, M", missing.why());
    assertThrows(UserError.class, () -> claim.needs(List.of("U"), List.of("U")));
  }

  @Test
  void statementsThatExcludeEachOther() {
    Contradiction<Partition> pair =
        Contradiction.between(
            "omnichannel 5.4",
            "labels and sentence",
            "labels [1 0 1 1 0]",
            p -> p.equals(Partition.of(1, 0, 1, 1, 0)),
            "users 2 and 4 together",
            p -> p.together(1, 3));
    Checked checked = pair.check(ExhaustivePartitions.all(5));
    assertEquals(Verdict.CONTRADICTS_ITSELF, checked.verdict());
    assertEquals("of 52 cases 1 fit the first, 15 the second, none both", checked.computed());
    Checked fine =
        Contradiction.<Integer>between("a 1", "n", "even", n -> n % 2 == 0, "above 3", n -> n > 3)
            .check(List.of(1, 2, 3, 4));
    assertEquals(Verdict.AGREES, fine.verdict());
    assertEquals("both hold for 4", fine.computed());
    assertEquals("even; and: above 3", fine.printed());
    assertThrows(UserError.class, () -> pair.check(List.of()));
  }

  @Test
  void wrongClaimsAreRefused() {
    assertThrows(UserError.class, () -> Claim.of(" ", "U", "1"));
    assertThrows(UserError.class, () -> Claim.of("a 1", "", "1"));
    assertThrows(UserError.class, () -> Claim.of("a 1", "U", "one"));
    assertThrows(UserError.class, () -> Claim.of("a 1", "U", 1, -0.1));
    assertThrows(UserError.class, () -> Claim.of("a 1", "U", Double.NaN, 0.1));
    assertThrows(UserError.class, () -> Claim.of("a 1", "U", 1, Double.POSITIVE_INFINITY));
    assertThrows(UserError.class, () -> Claim.array("a 1", "U", new double[] {1}, Double.NaN));
  }

  @Test
  void theLedgerKeepsTheOrderAndCountsACellOnce() {
    ClaimLedger ledger = new ClaimLedger();
    Checked first = Claim.of("a 1", "first", "1").check(2);
    assertEquals(first, ledger.add(first));
    ledger.add(Claim.of("a 2", "second", "1").check(1));
    ledger.add(Claim.of("b 1", "first", "1").check(1));
    Checked again = Claim.of("a 1", "first", "1").check(1);
    assertEquals(again, ledger.add(again));
    assertEquals(3, ledger.rows().size());
    assertEquals(again, ledger.rows().get(0));
    assertEquals(Map.of(Verdict.AGREES, 3), ledger.counts());
    assertEquals("3 claims: 3 agrees", ledger.toString());
    assertEquals(
        List.of("section", "claim", "printed", "ours", "verdict", "why"),
        ledger.table().columnNames());
    assertEquals("agrees", ledger.table().stringColumn("verdict").get(2));
    var json = JsonParser.parseString(ledger.json()).getAsJsonArray();
    assertEquals(
        "{\"article\":\"a\",\"section\":\"a 2\",\"claim\":\"second\",\"printed\":\"1\",\"ours\":\"1\","
            + "\"verdict\":\"agrees\",\"why\":\"\"}",
        json.get(1).toString());
    assertTrue(ledger.bundle().plain().startsWith("3 claims"));
  }

  @Test
  void theLedgersFileIsReplacedWhole(@TempDir Path folder) throws IOException {
    ClaimLedger ledger = new ClaimLedger();
    Path file = folder.resolve("claims.json");
    ledger.write(file);
    Path old = Files.createLink(folder.resolve("old"), file);
    ledger.add(Claim.of("a 1", "U", "1").check(1));
    ledger.write(file);
    assertEquals(ledger.json(), Files.readString(file));
    assertEquals(new ClaimLedger().json(), Files.readString(old));
  }

  @Test
  void theVerdictIsSeenInTextAndHtml() {
    MimeBundle bundle = Claim.of("a 1", "<b>U</b>", "1").check(2).bundle();
    assertEquals(
        "≠ differs: <b>U</b> (a 1)\n  printed: 1\n  ours:    2\n  why:     off by 1, tolerance 0",
        bundle.plain());
    String html = (String) bundle.data().get(MimeBundle.HTML);
    assertTrue(html.contains("&lt;b&gt;U&lt;/b&gt;") && html.contains("differs"), html);
    assertTrue(html.contains(">off by 1, tolerance 0<") && html.contains(">why<"), html);
    Checked agrees = Claim.of("a 1", "U", "1").check(1);
    String short1 = (String) agrees.bundle().data().get(MimeBundle.HTML);
    assertFalse(short1.contains(">why<"), short1);
    assertFalse(agrees.toString().contains("why"), agrees.toString());
  }
}
