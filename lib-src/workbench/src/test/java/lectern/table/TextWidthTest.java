package lectern.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import lectern.display.TextWidth;
import org.junit.jupiter.api.Test;

class TextWidthTest {
  /** ICU's own table of East Asian widths, over all letters that are assigned and not pictures. */
  @Test
  void agreesWithUnicode() {
    int compared = 0;
    for (int c = 0x300; c < 0x1F000; c++) {
      int type = Character.getType(c);
      if (!Character.isLetterOrDigit(c) || type == Character.NON_SPACING_MARK) {
        continue;
      }
      int unicode = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
      boolean wide =
          unicode == UCharacter.EastAsianWidth.WIDE
              || unicode == UCharacter.EastAsianWidth.FULLWIDTH;
      if (c < 0x10000) {
        assertEquals(wide ? 2 : 1, TextWidth.of(c), Integer.toHexString(c));
        compared++;
      }
    }
    assertTrue(compared > 40_000, "compared " + compared);
  }

  @Test
  void marksTakeNoPlaceAndPicturesTwo() {
    assertEquals(1, TextWidth.of("e\u0301"));
    assertEquals(2, TextWidth.of("😀"));
    assertEquals(6, TextWidth.of("价格，"));
  }

  @Test
  void cutsBetweenLetters() {
    assertEquals("价…", TextWidth.cut("价格高", 4));
    assertEquals("价格", TextWidth.cut("价格", 4));
    assertEquals("😀…", TextWidth.cut("😀😀😀", 3));
    assertEquals("ab…", TextWidth.cut("ab cdef", 4));
  }

  @Test
  void padsToPlaces() {
    assertEquals(" 价", TextWidth.pad("价", 3, true));
    assertEquals("价 ", TextWidth.pad("价", 3, false));
  }
}
