package lectern.kernel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextBufferTest {
  @Test
  void aCharacterWaitsForItsLastByte() {
    byte[] euro = "€".getBytes(StandardCharsets.UTF_8);
    TextBuffer buffer = new TextBuffer();
    buffer.append(euro, 0, 2);
    assertEquals("", buffer.takeWhole());
    buffer.append(euro, 2, 1);
    assertEquals("€", buffer.takeWhole());
    assertEquals(0, buffer.length());
  }

  @Test
  void twoCharsOfOneCharacterAreNotParted() {
    TextBuffer buffer = new TextBuffer();
    buffer.append("a\ud83d");
    assertEquals("a", buffer.takeWhole());
    buffer.append("\ude00b");
    assertEquals("😀b", buffer.takeWhole());
  }

  @Test
  void textBehindHalfACharacterEndsIt() {
    TextBuffer buffer = new TextBuffer();
    buffer.append(new byte[] {(byte) 0xe2, (byte) 0x82}, 0, 2);
    buffer.append("x");
    assertEquals("\ufffdx", buffer.takeWhole());
  }

  @Test
  void whateverTheCutsTheTextIsTheSame() {
    String text = "a€😀你好ß, ".repeat(50);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      TextBuffer buffer = new TextBuffer();
      StringBuilder all = new StringBuilder();
      for (int at = 0; at < bytes.length; ) {
        int length = Math.min(bytes.length - at, 1 + random.nextInt(5));
        buffer.append(bytes, at, length);
        all.append(buffer.takeWhole());
        at += length;
      }
      assertEquals(text, all.append(buffer.takeAll()).toString(), "seed " + seed);
    }
  }

  @Test
  void bytesThatAreNoTextDoNotWaitForEver() {
    TextBuffer buffer = new TextBuffer();
    buffer.append(new byte[] {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80}, 0, 4);
    assertEquals("\ufffd".repeat(4), buffer.takeWhole());
    buffer.append(new byte[] {(byte) 0xe2}, 0, 1);
    assertEquals("", buffer.takeWhole());
    assertEquals("\ufffd", buffer.takeAll());
  }
}
