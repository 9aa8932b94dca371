package lectern.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name a user may have meant. */
public final class Nearest {
  private Nearest() {}

  /** The name with the fewest letters to change, if at most half of them; the first of several. */
  public static Optional<String> to(String wanted, List<String> names) {
    String best = null;
    int fewest = Integer.MAX_VALUE;
    for (String name : names) {
      int changes = changes(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (changes < fewest) {
        fewest = changes;
        best = name;
      }
    }
    return best != null && fewest * 2 <= Math.max(wanted.length(), best.length())
        ? Optional.of(best)
        : Optional.empty();
  }

  /** Levenshtein's distance: letters to insert, delete or replace. */
  private static int changes(String a, String b) {
    int[] before = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] now = new int[b.length() + 1];
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(replace, Math.min(before[j], now[j - 1]) + 1);
      }
      before = now;
    }
    return before[b.length()];
  }
}
