package lectern.display;

import java.util.regex.Pattern;

/** Text that is safe inside HTML, and the words of an HTML text. */
public final class Html {
  private static final Pattern HIDDEN =
      Pattern.compile("(?is)<(script|style|head)\\b.*?</\\1>|<!--.*?-->");

  private Html() {}

  /** The text with {@code & < > " '} written as entities: safe in content and in attributes. */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /** What is read of an HTML text: without tags, scripts and styles, one space between words. */
  public static String words(String html) {
    return HIDDEN
        .matcher(html)
        .replaceAll(" ")
        .replaceAll("(?i)</?(?:b|i|em|strong|code|span|a|sub|sup|small)\\b[^>]*>", "")
        .replaceAll("<[^>]*>", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
