package lectern.plot.picture;

import java.math.BigDecimal;
import java.util.Locale;

/** Writes the texts of ticks as plotly.js does, with a true minus sign. */
final class TickText {
  private static final String MINUS = "\u2212";
  private static final String[] PREFIXES = {"f", "p", "n", "μ", "m", "", "k", "M", "G", "T"};

  private final Axis axis;
  private final Step step;
  private final String exponentFormat;
  private final boolean thousands;
  private final int decimals;
  private final int exponent;
  private final String head;
  private String lastHead = "";

  TickText(Axis axis, Step step) {
    this.axis = axis;
    this.step = step;
    this.exponentFormat = axis.spec.text("exponentformat", "B");
    this.thousands = axis.spec.flag("separatethousands", false);
    boolean numbers = !axis.isDate() && !axis.isCategory() && (step.plain() || step.kind() == 'L');
    this.decimals = numbers ? decimals(step.size()) : 0;
    double most = Math.max(Math.abs(number(0)), Math.abs(number(1)));
    this.exponent = numbers ? exponent(most) : 0;
    this.head = axis.isDate() ? precision() : "";
  }

  private double number(int end) {
    double value = axis.range[end];
    return axis.isLog() ? StrictMath.pow(10, value) : value;
  }

  private static int decimals(double step) {
    return 2 - (int) Math.floor(Step.log10(step) + 0.01);
  }

  private int exponent(double most) {
    int power = (int) Math.floor(Step.log10(most) + 0.01);
    if (most == 0 || Math.abs(power) <= axis.spec.number("minexponent", 3)) {
      return 0;
    }
    boolean prefixes = exponentFormat.equals("SI") || exponentFormat.equals("B");
    return prefixes && power <= 14 && power >= -15
        ? 3 * (int) Math.round((power - 1) / 3.0)
        : power;
  }

  Axis.Tick tick(double x) {
    String text;
    double scale = 1;
    if (axis.isDate()) {
      text = date(x);
    } else if (axis.isCategory()) {
      int i = (int) Math.round(x);
      text = i >= 0 && i < axis.categories.size() ? axis.categories.get(i) : "";
    } else if (axis.isLog() && step.kind() != 'L') {
      boolean digit = step.kind() == 'D' && Step.mod(x + 0.01, 1) >= 0.1;
      scale = digit ? 0.75 : exponentFormat.equals("power") ? 1.25 : 1;
      text =
          digit
              ? String.valueOf(Math.round(StrictMath.pow(10, Step.mod(x, 1))))
              : decade(StrictMath.pow(10, x));
    } else {
      double value = axis.isLog() ? StrictMath.pow(10, x) : x;
      boolean zero = Math.abs(x / step.size()) < 1e-6;
      text = format(value, zero && !axis.isLog(), decimals, exponent);
    }
    return new Axis.Tick(
        x, axis.spec.text("tickprefix", "") + text + axis.spec.text("ticksuffix", ""), scale);
  }

  private String decade(double value) {
    int power = (int) Math.round(Step.log10(value));
    boolean powers = exponentFormat.equals("power") || power > 14 || power < -15;
    if (powers && !exponentFormat.equals("none")) {
      String sign = power > 0 ? "" : MINUS;
      return power == 0 ? "1" : power == 1 ? "10" : "10<sup>" + sign + Math.abs(power) + "</sup>";
    }
    if ((exponentFormat.equals("e") || exponentFormat.equals("E")) && Math.abs(power) > 2) {
      return "1" + exponentFormat + (power > 0 ? "+" : MINUS) + Math.abs(power);
    }
    return format(value, false, decimals(value) + 4, exponent(value));
  }

  private String format(double value, boolean hideExponent, int places, int power) {
    if (axis.spec.has("tickformat") && !axis.isDate()) {
      String own = NumberFormat.format(axis.spec.text("tickformat", ""), value);
      if (own != null) {
        return own.replace("-", MINUS);
      }
    }
    int shown = exponentFormat.equals("none") ? 0 : power;
    double half = StrictMath.pow(10, -places) / 2;
    double size = Math.abs(value);
    boolean zero = size < half;
    String text = zero ? "0" : digits(size + half, places, shown);
    if (shown != 0 && !hideExponent) {
      text += exponentText(shown);
    }
    return value < 0 && !zero ? MINUS + text : text;
  }

  /** The number cut (it holds half a unit already) to its decimals. */
  private String digits(double size, int places, int power) {
    double mantissa = power == 0 ? size : size * StrictMath.pow(10, -power);
    int kept = places + power;
    String text;
    if (kept <= 0) {
      String whole =
          new BigDecimal(kept == 0 ? Math.floor(mantissa) : Math.rint(mantissa))
              .toBigInteger()
              .toString();
      text =
          kept == 0
              ? whole
              : whole.substring(0, Math.max(0, whole.length() + kept)) + "0".repeat(-kept);
    } else {
      text = new BigDecimal(mantissa).setScale(kept, java.math.RoundingMode.DOWN).toPlainString();
      text = text.replaceAll("\\.?0+$", "");
    }
    return separate(text);
  }

  private String separate(String text) {
    int dot = text.indexOf('.');
    String whole = dot < 0 ? text : text.substring(0, dot);
    if (!thousands && dot < 0 && whole.length() <= 4) {
      return text;
    }
    StringBuilder all = new StringBuilder(whole);
    for (int i = whole.length() - 3; i > 0; i -= 3) {
      all.insert(i, ',');
    }
    return dot < 0 ? all.toString() : all + text.substring(dot);
  }

  private String exponentText(int power) {
    String signed = power < 0 ? MINUS + -power : String.valueOf(power);
    boolean prefixes = exponentFormat.equals("SI") || exponentFormat.equals("B");
    if (exponentFormat.equals("power") || prefixes && (power > 14 || power < -15)) {
      return "×10<sup>" + signed + "</sup>";
    }
    if (!prefixes) {
      return exponentFormat + (power < 0 ? signed : "+" + signed);
    }
    return exponentFormat.equals("B") && power == 9 ? "B" : PREFIXES[power / 3 + 5];
  }

  private String precision() {
    if (step.kind() == 'M') {
      return step.size() % 12 == 0 ? "year" : "month";
    }
    double size = step.size();
    if (size >= Dates.DAY) {
      return "day";
    }
    return size >= Dates.MINUTE ? "minute" : size >= Dates.SECOND ? "second" : "fraction";
  }

  private String date(double x) {
    if (axis.spec.has("tickformat")) {
      return NumberFormat.date(axis.spec.text("tickformat", ""), x);
    }
    switch (head) {
      case "year":
        return Dates.year(x);
      case "month":
        return Dates.monthYear(x);
      case "day":
        return headed(Dates.dayMonth(x), Dates.year(x));
      default:
        int places = -1;
        if (head.equals("second")) {
          places = 0;
        } else if (head.equals("fraction")) {
          places = Math.min(4, Math.max(1, (int) Math.ceil(-Step.log10(step.size() / 1000))));
        }
        String day = String.format(Locale.ROOT, "%s, %s", Dates.dayMonth(x), Dates.year(x));
        return headed(Dates.time(x, places), day);
    }
  }

  private String headed(String text, String above) {
    if (above.equals(lastHead)) {
      return text;
    }
    lastHead = above;
    return text + "<br>" + above;
  }
}
