package lectern.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CellTextTest {
  @Test
  void anyTextBecomesOneLine() {
    assertEquals("a↵b↵c⇥d", OneLine.of("a\r\nb\nc\td"));
    assertEquals("␀␛\uFFFD", OneLine.of("\0\u001B\u0085".replace('\u0085', '\u0086')));
    assertEquals("\uFFFDtxt.exe", OneLine.of("\u202Etxt.exe"));
    assertEquals("\uFFFD!", OneLine.of("\uD83D!"));
    assertEquals("😀", OneLine.of("😀"));
  }

  @Test
  void timesAreWrittenWithoutNeedlessZeros() {
    String[] days = {"2020-01-02T03:04:00.000", null, "2020-01-02T00:00:00.000"};
    Times.shorten(days);
    assertArrayEquals(new String[] {"2020-01-02 03:04", null, "2020-01-02 00:00"}, days);
    String[] seconds = {"03:04:05.000Z", "03:04:00Z"};
    Times.shorten(seconds);
    assertArrayEquals(new String[] {"03:04:05Z", "03:04:00Z"}, seconds);
    String[] fractions = {"03:04:05.250", "03:04:00.000"};
    Times.shorten(fractions);
    assertArrayEquals(new String[] {"03:04:05.250", "03:04:00.000"}, fractions);
    String[] others = {"2020-01-02T03:04:00.000", "2 Jan 2020"};
    Times.shorten(others);
    assertArrayEquals(new String[] {"2020-01-02T03:04:00.000", "2 Jan 2020"}, others);
  }
}
