package lectern.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {
  @ParameterizedTest
  @CsvSource({
    "3, 3",
    "-0.0, 0",
    "0.1, 0.1",
    "100, 100",
    "-12.50, -12.5",
    "1e-6, 0.000001",
    "1e-7, 1e-7",
    "1.5e-9, 1.5e-9",
    "-1e21, -1e21",
    "1e20, 100000000000000000000",
    "2e-3, 0.002",
    "9007199254740993, 9007199254740992",
    "0.30000000000000004, 0.30000000000000004",
    // the smallest numbers have fewer digits
    "2e-323, 2e-323",
    "4.9e-324, 5e-324",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "1.7976931348623157e308, 1.7976931348623157e308",
    // these are too long in Java 17: 2.82879384806159008E17 and so on
    "2.82879384806159E17, 282879384806159000",
    "1.387364135037754E18, 1387364135037754000",
    "1.45800632428665E17, 145800632428665000"
  })
  void isTheShortest(double value, String text) {
    assertEquals(text, Decimal.text(value));
  }

  @Test
  void isReadBackAsTheSameNumber() {
    long seed = 20260101;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        String text = Decimal.text(value);
        assertEquals(value, Double.parseDouble(text), () -> "seed " + seed + ": " + text);
        assertTrue(Decimal.shortest(value).precision() <= 17, text);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3",
    "-0.0, 0",
    "0.1, 0.1",
    "-12.50, -12.5",
    "16777216, 16777216",
    "1e-7, 1e-7",
    "3.4028235e38, 3.4028235e38",
    "1.17549435e-38, 1.1754944e-38",
    "1.4e-45, 1e-45",
    // these are too long in Java 17: 3.3554448E7 and 2.0E10 with needless digits
    "33554448, 33554450",
    "2e10, 20000000000",
    // a power of two, whose closest decimal of so many digits belongs to the float below
    "1.23794004e27, 1.2379401e27"
  })
  void isTheShortestOfAFloat(float value, String text) {
    assertEquals(text, Decimal.textOfFloat(value));
  }

  @Test
  void isReadBackAsTheSameFloat() {
    long seed = 20260102;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      float value = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(value)) {
        String text = Decimal.textOfFloat(value);
        assertEquals(value, Float.parseFloat(text), () -> "seed " + seed + ": " + text);
        assertTrue(Decimal.shortestOfFloat(value).precision() <= 9, text);
      }
    }
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThrows(NumberFormatException.class, () -> Decimal.textOfFloat(Float.NaN));
    assertThrows(NumberFormatException.class, () -> Decimal.text(Double.NaN));
  }
}
