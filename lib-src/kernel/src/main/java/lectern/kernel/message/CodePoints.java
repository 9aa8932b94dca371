package lectern.kernel.message;

/** Positions in the protocol count code points, positions in Java count UTF-16 units. */
final class CodePoints {
  private CodePoints() {}

  /** The UTF-16 position of a position in code points; positions outside are moved to the ends. */
  static int toUtf16(String text, int codePoints) {
    int last = text.codePointCount(0, text.length());
    return text.offsetByCodePoints(0, Math.max(0, Math.min(codePoints, last)));
  }

  /** The position in code points of a UTF-16 position. */
  static int fromUtf16(String text, int utf16) {
    return text.codePointCount(0, Math.max(0, Math.min(utf16, text.length())));
  }
}
