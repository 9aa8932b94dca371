package lectern.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A pattern of the history: {@code *} for any text, {@code ?} for any character, {@code [a-z]} for
 * one of these, {@code [^a-z]} for any other. It must match the whole. A bracket that is never
 * closed stands for itself.
 *
 * <p>It takes at most as many steps as the text and the pattern have characters, multiplied: a
 * regular expression with several stars would take for ever on a long cell.
 */
final class Glob {
  /** Stands for a star; no character is asked for it. */
  private static final IntPredicate STAR = character -> true;

  private final List<IntPredicate> elements = new ArrayList<>();

  Glob(String glob) {
    int[] written = glob.codePoints().toArray();
    for (int i = 0; i < written.length; i++) {
      int c = written[i];
      int end = c == '[' ? endOfSet(written, i) : -1;
      if (end > 0) {
        elements.add(set(written, i + 1, end));
        i = end;
      } else {
        elements.add(c == '*' ? STAR : c == '?' ? any -> true : same -> same == c);
      }
    }
  }

  /** Whether the whole text is as the pattern says. */
  boolean matches(String text) {
    int[] characters = text.codePoints().toArray();
    int element = 0;
    int star = -1;
    int taken = 0; // by the last star
    for (int i = 0; i < characters.length; ) {
      IntPredicate next = element < elements.size() ? elements.get(element) : null;
      if (next == STAR) {
        star = element++;
        taken = i;
      } else if (next != null && next.test(characters[i])) {
        element++;
        i++;
      } else if (star >= 0) {
        element = star + 1;
        i = ++taken;
      } else {
        return false;
      }
    }
    return elements.subList(element, elements.size()).stream().allMatch(each -> each == STAR);
  }

  /** The closing bracket, or -1; one that comes first belongs to the set. */
  private static int endOfSet(int[] written, int open) {
    int first = open + 1;
    if (first < written.length && written[first] == '^') {
      first++;
    }
    for (int i = first + 1; i < written.length; i++) {
      if (written[i] == ']') {
        return i;
      }
    }
    return -1;
  }

  private static IntPredicate set(int[] written, int from, int to) {
    if (written[from] == '^') {
      return set(written, from + 1, to).negate();
    }
    IntPredicate members = none -> false;
    for (int i = from; i < to; i++) {
      int low = written[i];
      boolean range = i + 2 < to && written[i + 1] == '-' && low <= written[i + 2];
      int high = range ? written[i + 2] : low;
      members = members.or(c -> low <= c && c <= high);
      i += range ? 2 : 0;
    }
    return members;
  }
}
