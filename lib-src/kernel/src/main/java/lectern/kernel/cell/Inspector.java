package lectern.kernel.cell;

import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import lectern.display.Html;
import lectern.display.MimeBundle;

/** Signatures and Javadoc by JShell. */
final class Inspector {
  private final SourceCodeAnalysis analysis;

  Inspector(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  MimeBundle inspect(String code, int cursor) {
    int end = cursor;
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    String upToName = code.substring(0, end);
    List<CodeUnit> units = CodeUnit.split(upToName, analysis);
    if (units.isEmpty()) {
      return MimeBundle.empty();
    }
    String last = upToName.substring(units.get(units.size() - 1).offset());
    // With a parenthesis behind it, a name is a method or a constructor.
    for (String tried : List.of(last + "(", last)) {
      List<Documentation> found = analysis.documentation(tried, tried.length(), true);
      if (!found.isEmpty()) {
        return bundle(found);
      }
    }
    return MimeBundle.empty();
  }

  private static MimeBundle bundle(List<Documentation> found) {
    StringBuilder plain = new StringBuilder();
    StringBuilder html = new StringBuilder();
    for (Documentation each : found) {
      String javadoc = each.javadoc() == null ? "" : each.javadoc().strip();
      plain.append(each.signature()).append('\n');
      html.append("<p><code>").append(Html.escape(each.signature())).append("</code></p>");
      if (!javadoc.isEmpty()) {
        plain.append('\n').append(Javadoc.plain(javadoc)).append('\n');
        html.append("<div>").append(Javadoc.html(javadoc)).append("</div>");
      }
      plain.append('\n');
    }
    return MimeBundle.text(plain.toString().strip()).with(MimeBundle.HTML, html.toString());
  }
}
