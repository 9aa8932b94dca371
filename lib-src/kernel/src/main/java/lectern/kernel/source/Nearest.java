package lectern.kernel.source;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The name that a mistyped one was most likely meant to be. */
public final class Nearest {
  private Nearest() {}

  /**
   * The name with the fewest letters to change, add, drop or swap with their neighbour; at most a
   * third of the longer one, and at least one. Of equals the first in the list. Case does not
   * count. A name that begins with what was typed, at least two letters, is near too.
   */
  public static Optional<String> of(String typed, List<String> names) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    Optional<String> near =
        names.stream()
            .filter(name -> distance(wanted, lower(name)) <= allowed(wanted, name))
            .min(Comparator.comparingInt(name -> distance(wanted, lower(name))));
    return near.or(
        () ->
            names.stream()
                .filter(name -> wanted.length() > 1 && lower(name).startsWith(wanted))
                .findFirst());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static int allowed(String typed, String name) {
    return Math.max(1, Math.max(typed.length(), name.length()) / 3);
  }

  /** The restricted Damerau–Levenshtein distance. */
  public static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
