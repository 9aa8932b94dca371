package lectern.kernel.source;

/** The characters of a text with Unicode escapes replaced, and where each stood. */
final class PlainChars {
  final char[] chars;
  final int length;
  private final int[] origin;

  PlainChars(String text) {
    int size = text.length();
    chars = new char[size + 1];
    origin = new int[size + 2];
    int count = 0;
    for (int i = 0; i < size; ) {
      origin[count] = i;
      int end = escapeEnd(text, i);
      if (end > 0) {
        chars[count++] = (char) Integer.parseInt(text.substring(end - 4, end), 16);
        i = end;
      } else if (text.startsWith("\\\\", i)) {
        chars[count++] = '\\';
        origin[count] = i + 1;
        chars[count++] = '\\';
        i += 2;
      } else {
        chars[count++] = text.charAt(i++);
      }
    }
    length = count;
    origin[count] = size;
    origin[count + 1] = size;
  }

  /** Where the escape that begins there ends, or 0 where none begins. */
  private static int escapeEnd(String text, int start) {
    if (!text.startsWith("\\u", start)) {
      return 0;
    }
    int digits = start + 1;
    while (digits < text.length() && text.charAt(digits) == 'u') {
      digits++;
    }
    int end = digits + 4;
    if (end > text.length() || !text.substring(digits, end).matches("[0-9a-fA-F]{4}")) {
      throw new BrokenText(start, "illegal unicode escape", false);
    }
    return end;
  }

  int origin(int index) {
    return origin[index];
  }

  boolean startsWith(String expected, int index) {
    for (int i = 0; i < expected.length(); i++) {
      if (index + i >= length || chars[index + i] != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  int codePoint(int index) {
    return Character.codePointAt(chars, index, length);
  }
}
