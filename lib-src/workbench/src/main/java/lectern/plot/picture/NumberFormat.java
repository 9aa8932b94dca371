package lectern.plot.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few of d3's format codes that figures of notebooks use: {@code .2f ,d .1% %Y-%m}. */
final class NumberFormat {
  private static final Pattern CODE = Pattern.compile("(,?)(?:\\.(\\d+))?([fd%eg]?)(~?)");

  private NumberFormat() {}

  /** The number in that format; null when the code is not one that is understood here. */
  static String format(String code, double value) {
    Matcher m = CODE.matcher(code);
    if (!m.matches()) {
      return null;
    }
    boolean thousands = !m.group(1).isEmpty();
    String kind = m.group(3);
    int places = m.group(2) == null ? (kind.equals("d") ? 0 : 6) : Integer.parseInt(m.group(2));
    String group = thousands ? "," : "";
    return switch (kind) {
      case "e" -> String.format(Locale.ROOT, "%." + places + "e", value);
      case "%" -> String.format(Locale.ROOT, "%" + group + "." + places + "f%%", value * 100);
      case "f" -> String.format(Locale.ROOT, "%" + group + "." + places + "f", value);
      case "d" -> String.format(Locale.ROOT, "%" + group + ".0f", value);
      default -> {
        int digits = m.group(2) == null ? 12 : places;
        BigDecimal rounded =
            new BigDecimal(value).round(new java.math.MathContext(digits, RoundingMode.HALF_UP));
        String plain = rounded.stripTrailingZeros().toPlainString();
        yield thousands && plain.indexOf('.') < 0
            ? String.format(Locale.ROOT, "%,d", new java.math.BigInteger(plain))
            : plain;
      }
    };
  }

  /** A date by the usual codes after a per cent sign. */
  static String date(String code, double millis) {
    var t = Dates.at(millis);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c != '%' || i + 1 == code.length()) {
        text.append(c == '\n' ? "<br>" : String.valueOf(c));
        continue;
      }
      char next = code.charAt(++i);
      boolean bare = next == '-' && i + 1 < code.length();
      next = bare ? code.charAt(++i) : next;
      String two = bare ? "%d" : "%02d";
      text.append(
          switch (next) {
            case 'Y' -> String.valueOf(t.getYear());
            case 'y' -> String.format(Locale.ROOT, "%02d", t.getYear() % 100);
            case 'm' -> String.format(Locale.ROOT, two, t.getMonthValue());
            case 'd', 'e' -> String.format(Locale.ROOT, two, t.getDayOfMonth());
            case 'H' -> String.format(Locale.ROOT, two, t.getHour());
            case 'M' -> String.format(Locale.ROOT, two, t.getMinute());
            case 'S' -> String.format(Locale.ROOT, two, t.getSecond());
            case 'b' -> Dates.dayMonth(millis).substring(0, 3);
            case '%' -> "%";
            default -> "%" + next;
          });
    }
    return text.toString();
  }
}
