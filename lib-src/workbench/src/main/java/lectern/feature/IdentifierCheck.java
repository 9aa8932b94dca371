package lectern.feature;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells columns that number or name users from columns that measure them.
 *
 * <p>By name: a word of the name is id, uid, uuid, key, code, index, phone, mobile or openid, or
 * the name ends in Id, ID, 编号, 号码, 手机号, 账号 or 序号. By nature, for 20 rows and more: all values are
 * whole numbers and different, and either they number the rows (they span less than twice as many
 * numbers as there are rows) or they are codes (all have the same number of digits, 6 at least).
 * Counts and amounts of money are not caught: they tie, or differ in their number of digits.
 */
final class IdentifierCheck {
  private static final int FEWEST_ROWS = 20;
  private static final int FEWEST_DIGITS = 6;
  private static final Pattern WORD =
      Pattern.compile(
          "(^|[^\\p{L}])(id|uid|uuid|guid|key|code|index|phone|mobile|openid)($|[^\\p{L}])");
  private static final Pattern ENDING = Pattern.compile("(\\p{Ll}I[dD]|userid|编号|号码|手机号|账号|序号)$");

  private IdentifierCheck() {}

  /** Why this column is an identifier, in words; empty where it is none. */
  static Optional<String> reason(String name, double[] values) {
    if (WORD.matcher(name.toLowerCase(Locale.ROOT)).find() || ENDING.matcher(name).find()) {
      return Optional.of("its name says so");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    if (sorted.length < FEWEST_ROWS || !allWholeAndDifferent(sorted)) {
      return Optional.empty();
    }
    double least = sorted[0];
    double largest = sorted[sorted.length - 1];
    if (largest - least < 2.0 * sorted.length) {
      return Optional.of("it numbers the rows: every value is a whole number and stands once");
    }
    int digits = digits(least);
    return least > 0 && digits >= FEWEST_DIGITS && digits == digits(largest)
        ? Optional.of("its values are codes: different whole numbers of " + digits + " digits")
        : Optional.empty();
  }

  private static boolean allWholeAndDifferent(double[] sorted) {
    for (int i = 0; i < sorted.length; i++) {
      if (sorted[i] != Math.rint(sorted[i]) || (i > 0 && sorted[i] == sorted[i - 1])) {
        return false;
      }
    }
    return true;
  }

  private static int digits(double whole) {
    return String.format(Locale.ROOT, "%.0f", whole).length();
  }
}
