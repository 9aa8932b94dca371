package lectern.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Points in time as people write them. */
final class Times {
  private static final Pattern ISO =
      Pattern.compile("(?:([0-9-]+)T)?([0-9]{2}:[0-9]{2})(:[0-9]{2})?([.][0-9]+)?(Z?)");

  private Times() {}

  /**
   * Writes ISO times with a space for the T, without the fractions of a second, and without the
   * seconds, that are zero in all of them. Leaves all as they are when one is in another form.
   *
   * @param texts times; null where there is none
   */
  static void shorten(String[] texts) {
    boolean seconds = false;
    boolean fractions = false;
    Matcher[] times = new Matcher[texts.length];
    for (int i = 0; i < texts.length; i++) {
      if (texts[i] != null) {
        times[i] = ISO.matcher(texts[i]);
        if (!times[i].matches()) {
          return;
        }
        seconds |= isNotZero(times[i].group(3));
        fractions |= isNotZero(times[i].group(4));
      }
    }
    for (int i = 0; i < texts.length; i++) {
      if (texts[i] != null) {
        texts[i] = text(times[i], seconds, fractions);
      }
    }
  }

  private static boolean isNotZero(String part) {
    return part != null && part.chars().anyMatch(c -> c >= '1' && c <= '9');
  }

  private static String text(Matcher time, boolean seconds, boolean fractions) {
    StringBuilder text = new StringBuilder();
    text.append(time.group(1) == null ? "" : time.group(1) + " ").append(time.group(2));
    text.append(seconds || fractions ? orNothing(time.group(3)) : "");
    text.append(fractions ? orNothing(time.group(4)) : "");
    return text.append(time.group(5)).toString();
  }

  private static String orNothing(String part) {
    return part == null ? "" : part;
  }
}
