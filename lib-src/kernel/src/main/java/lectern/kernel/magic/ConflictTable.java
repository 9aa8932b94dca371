package lectern.kernel.magic;

import java.util.List;
import java.util.stream.Collectors;
import lectern.display.Displayable;
import lectern.display.Html;
import lectern.display.MimeBundle;
import lectern.kernel.magic.maven.VersionConflict;

/**
 * Which artifacts were asked for in several versions: who asked, what was taken, why, the way out.
 */
record ConflictTable(List<VersionConflict> conflicts) implements Displayable {
  private static final int TOLD = 3;

  ConflictTable {
    conflicts = List.copyOf(conflicts);
  }

  /** Tells of those where something wanted a newer version than it gets; the rest is counted. */
  static void printRisky(List<VersionConflict> conflicts) {
    List<VersionConflict> risky = conflicts.stream().filter(VersionConflict::older).toList();
    risky.stream()
        .limit(TOLD)
        .forEach(
            conflict ->
                System.out.println(
                    "Note: " + conflict.sentence() + " To force: " + conflict.force() + "."));
    int more = conflicts.size() - Math.min(TOLD, risky.size());
    if (more > 0) {
      System.out.println(
          more
              + (more == 1 ? " artifact" : " artifacts")
              + (risky.isEmpty() ? "" : " more")
              + (more == 1 ? " was" : " were")
              + " asked for in several versions: %maven --why");
    }
  }

  @Override
  public MimeBundle bundle() {
    if (conflicts.isEmpty()) {
      return MimeBundle.text("No artifact was asked for in several versions.");
    }
    String plain =
        conflicts.stream()
            .map(conflict -> conflict.sentence() + "\n  To force: " + conflict.force())
            .collect(Collectors.joining("\n"));
    StringBuilder html = new StringBuilder("<table><thead><tr>");
    for (String head :
        List.of(
            "Artifact",
            "Taken",
            "Asked for by",
            "Not taken",
            "Why",
            "To force, in a fresh kernel")) {
      html.append(cell("th", Html.escape(head)));
    }
    html.append("</tr></thead><tbody>");
    for (VersionConflict conflict : conflicts) {
      String others =
          conflict.others().stream()
              .map(other -> Html.escape(other.version() + " by " + other.by()))
              .collect(Collectors.joining("<br>"));
      html.append("<tr>")
          .append(cell("td", Html.escape(conflict.artifact())))
          .append(cell("td", Html.escape(conflict.taken())))
          .append(cell("td", Html.escape(conflict.takenBy().toString())))
          .append(cell("td", others))
          .append(cell("td", Html.escape(conflict.reason().words())))
          .append(cell("td", "<code>" + Html.escape(conflict.force()) + "</code>"))
          .append("</tr>");
    }
    return MimeBundle.text(plain).with(MimeBundle.HTML, html + "</tbody></table>");
  }

  private static String cell(String tag, String inner) {
    return "<" + tag + " style=\"text-align:left\">" + inner + "</" + tag + ">";
  }
}
