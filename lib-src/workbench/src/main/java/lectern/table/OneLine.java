package lectern.table;

/** Any text as one line that cannot disturb what stands around it. */
final class OneLine {
  private OneLine() {}

  /**
   * Line ends become ↵, tabs ⇥, other control characters their pictures (␀); half characters and
   * marks that turn the writing direction become �.
   */
  static String of(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.replace("\r\n", "\n").codePoints().forEach(c -> append(line, c));
    return line.toString();
  }

  private static void append(StringBuilder line, int c) {
    if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) {
      line.append('↵');
    } else if (c == '\t') {
      line.append('⇥');
    } else if (c < 0x20) {
      line.append((char) (0x2400 + c));
    } else if (c >= 0x7F && c < 0xA0 || turns(c) || c >= 0xD800 && c <= 0xDFFF) {
      line.append('\uFFFD');
    } else {
      line.appendCodePoint(c);
    }
  }

  private static boolean turns(int c) {
    return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }
}
