package lectern.plot.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the few tags that plotly.js knows in texts: b, i, br, sup, sub; others are left out. */
final class Markup {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z]+)(\\s[^<>]*)?/?>");
  private static final Pattern ENTITY = Pattern.compile("&(#\\d+|#x[0-9a-fA-F]+|\\w+);");

  /** A stretch of text in one style; raised is 1 for sup, -1 for sub. */
  record Run(String text, boolean bold, boolean italic, int raised) {}

  private final List<List<Run>> lines = new ArrayList<>();
  private int bold;
  private int italic;
  private int raised;

  private Markup() {
    lines.add(new ArrayList<>());
  }

  /** The lines of a text, each in stretches. */
  static List<List<Run>> lines(String text) {
    Markup markup = new Markup();
    Matcher tags = TAG.matcher(text);
    int from = 0;
    while (tags.find()) {
      if (markup.apply(tags.group(2).toLowerCase(Locale.ROOT), tags.group(1).isEmpty())) {
        int end = tags.start();
        markup.takeBefore(text.substring(from, end), tags.group(2), tags.group(1).isEmpty());
        from = tags.end();
      }
    }
    markup.add(text.substring(from));
    return markup.lines;
  }

  private boolean apply(String tag, boolean open) {
    return switch (tag) {
      case "b", "i", "em", "strong", "sup", "sub", "br", "span", "a", "u", "s" -> true;
      default -> false;
    };
  }

  private void takeBefore(String text, String tag, boolean open) {
    add(text);
    int by = open ? 1 : -1;
    switch (tag.toLowerCase(Locale.ROOT)) {
      case "b", "strong" -> bold += by;
      case "i", "em" -> italic += by;
      case "sup" -> raised += by;
      case "sub" -> raised -= by;
      case "br" -> lines.add(new ArrayList<>());
      default -> {}
    }
  }

  private void add(String text) {
    if (!text.isEmpty()) {
      lines
          .get(lines.size() - 1)
          .add(new Run(entities(text), bold > 0, italic > 0, Integer.signum(raised)));
    }
  }

  private static String entities(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return ENTITY.matcher(text).replaceAll(m -> Matcher.quoteReplacement(entity(m.group(1))));
  }

  private static String entity(String name) {
    if (name.startsWith("#")) {
      boolean hex = name.startsWith("#x");
      int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      return Character.isValidCodePoint(code) ? Character.toString(code) : "";
    }
    return switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "nbsp" -> "\u00a0";
      case "times" -> "×";
      case "plusmn" -> "±";
      case "deg" -> "°";
      case "mu" -> "μ";
      default -> "&" + name + ";";
    };
  }
}
