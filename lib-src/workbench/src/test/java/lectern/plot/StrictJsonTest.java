package lectern.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonPrimitive;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class StrictJsonTest {
  @Test
  void textsAreEscaped() throws IOException {
    String odd = "\"\\\n\t\u0001\u2028 中 \uD800 x";
    String json = StrictJson.write(new JsonPrimitive(odd));
    assertEquals("\"\\\"\\\\\\n\\t\\u0001\\u2028 中 \ufffd x\"", json);
    FigureTest.readStrictly("[" + json + "]");
  }

  @Test
  void numbersAreShort() {
    assertEquals("0.1", StrictJson.write(new JsonPrimitive(0.1)));
    assertEquals("3", StrictJson.write(new JsonPrimitive(3.0)));
    assertEquals("null", StrictJson.write(new JsonPrimitive(Double.NaN)));
    assertEquals("7", StrictJson.write(new JsonPrimitive(7L)));
  }
}
