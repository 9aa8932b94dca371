package lectern.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberCellsTest {
  private static List<Cell> cells(String numbers) {
    return NumberCells.of(
        Arrays.stream(numbers.split(" ")).mapToDouble(Double::parseDouble).toArray());
  }

  @ParameterizedTest
  @CsvSource({
    "1 2 3,                     1 2 3",
    "1.5 2 100,                 1.5 2.0 100.0",
    "0.1234567 0.5,             0.123457 0.500000",
    "1299 49.99 0.5,            1299.00 49.99 0.50",
    "3.14159265 -2.5,           3.14159 -2.50000",
    "1234.5 0.000123456,        1234.500000 0.000123",
    "12345678.915 1,            12345678.92 1.00",
    "1e-12 1e20 -3,             1e-12 1e20 -3",
    "1.23456789e-12 1234567890123456, 1.23457e-12 1.23457e15",
    "NaN Infinity -Infinity 2,  missing ∞ -∞ 2",
    "0 -0.0,                    0 0",
    "NaN NaN,                   missing missing",
    "-0.0000001 1.5,            -0.0000001 1.5000000",
    "-0.00000000001 1.5,         -1e-11 1.5",
    "999999.9996 0.01,          999999.9996 0.0100"
  })
  void haveTheDigitsThatAReaderNeeds(String numbers, String wanted) {
    assertEquals(wanted, String.join(" ", cells(numbers).stream().map(Cell::text).toList()));
  }

  @Test
  void roundedNumbersKeepTheWholeOne() {
    List<Cell> cells = cells("0.123456789 0.5");
    assertEquals("0.123456789", cells.get(0).full());
    assertNull(cells.get(1).full());
    assertEquals("1.23456789e-12", cells("1.23456789e-12 1e15").get(0).full());
  }
}
