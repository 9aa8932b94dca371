package lectern.kernel.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "f(a, b[0]) {|1|false",
        "'{' + \"(\" + '\\''|0|false",
        "\"\\\"(\"|0|false",
        "// (|0|false",
        "/* ( */ (|1|false",
        "/* (|0|true",
        "})|-2|false",
        "\"\"\" ( \\\"\"\" ( \"\"\"|0|false",
        "\"\"\" (|0|true",
        "'\"' (|1|false",
      })
  void bracketsAndOpenTextAreCounted(String code, int depth, boolean inside) {
    assertEquals(depth, JavaText.depth(code), code);
    assertEquals(inside, JavaText.endsInside(code), code);
  }

  @Test
  void commentsGoAndStringsStay() {
    assertEquals("a b \"// no\"", JavaText.withoutComments("a/* x */b \"// no\" // yes"));
    assertEquals("", JavaText.withoutComments("// only"));
    assertEquals("x;", JavaText.withoutComments("x; /* y; */"));
  }
}
