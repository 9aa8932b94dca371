package lectern.claim;

import lectern.display.Displayable;
import lectern.display.Html;
import lectern.display.MimeBundle;

/**
 * A claim that has been checked.
 *
 * @param section article and section: {@code "omnichannel 5.4"}
 * @param what what is claimed, in a few words
 * @param printed what the article prints
 * @param computed what we computed; "" when nothing could be
 * @param verdict what the code decided
 * @param why the difference, the rule or the error, in a sentence; may be ""
 */
public record Checked(
    String section, String what, String printed, String computed, Verdict verdict, String why)
    implements Displayable {

  /** The first word of the section: the article's short name. */
  public String article() {
    return section.split(" ", 2)[0];
  }

  @Override
  public String toString() {
    return verdict.sign()
        + " "
        + verdict.words()
        + ": "
        + what
        + " ("
        + section
        + ")\n  printed: "
        + indent(printed)
        + "\n  ours:    "
        + (computed.isEmpty() ? "–" : indent(computed))
        + (why.isEmpty() ? "" : "\n  why:     " + indent(why));
  }

  private static String indent(String text) {
    return text.replace("\n", "\n           ");
  }

  @Override
  public MimeBundle bundle() {
    return MimeBundle.text(toString()).with(MimeBundle.HTML, html());
  }

  private String html() {
    return "<div style=\"border-left:4px solid "
        + verdict.colour()
        + ";padding:4px 12px;margin:4px 0\"><div>"
        + verdict.badge()
        + " <b>"
        + Html.escape(what)
        + "</b> <span style=\"opacity:.7\">"
        + Html.escape(section)
        + "</span></div><table style=\"margin:4px 0\">"
        + line("printed", printed)
        + line("ours", computed.isEmpty() ? "–" : computed)
        + (why.isEmpty() ? "" : line("why", why))
        + "</table></div>";
  }

  private static String line(String name, String text) {
    return "<tr><td style=\"text-align:left;vertical-align:top;opacity:.7\">"
        + name
        + "</td><td style=\"text-align:left;white-space:pre-wrap\">"
        + Html.escape(text)
        + "</td></tr>";
  }
}
