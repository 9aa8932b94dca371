package lectern.kernel.assist;

import java.util.regex.Pattern;

/** Documentation comments as text and as HTML. */
final class Javadoc {
  private static final Pattern INLINE =
      Pattern.compile("\\{@(?:code|link|linkplain|literal|value)\\s+([^{}]*)}");
  private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(\\w+)");

  private Javadoc() {}

  /** Without tags, one paragraph below the other. */
  static String plain(String comment) {
    return INLINE
        .matcher(comment)
        .replaceAll("$1")
        .replaceAll("(?i)</?p>|<br */?>", "\n")
        .replaceAll("(?i)<li>", "\n- ")
        .replaceAll("<[^<>]+>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&")
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  /** With its own HTML; inline tags become code, block tags lines of their own. */
  static String html(String comment) {
    String inline = INLINE.matcher(comment).replaceAll("<code>$1</code>");
    return BLOCK.matcher(inline).replaceAll("<br><b>$1</b>");
  }
}
