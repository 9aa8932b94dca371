package lectern.kernel.assist;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.SeeTree;
import com.sun.source.doctree.SinceTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.List;
import java.util.Locale;
import lectern.display.Html;

/** A documentation comment as HTML, from which its plain text is taken. */
final class DocText {
  private final StringBuilder html = new StringBuilder();
  private String section = "";

  private DocText() {}

  /** The comment's own HTML with its tags resolved: parameters, result and exceptions as lists. */
  static String html(DocCommentTree comment) {
    DocText text = new DocText();
    text.add(comment.getFullBody());
    comment.getBlockTags().forEach(text::addBlock);
    text.begin("");
    return text.html.toString().strip();
  }

  /** The words of HTML, a paragraph below the other. */
  static String plain(String html) {
    return html.replaceAll("(?i)</?(p|div|pre|blockquote|h\\d|ul|ol|dl|table|tr)\\b[^<>]*>", "\n\n")
        .replaceAll("(?i)<(li|dt)\\b[^<>]*>", "\n- ")
        .replaceAll("(?i)<(br|dd|/td)\\b[^<>]*>", "\n  ")
        .replaceAll("<[^<>]+>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", " ")
        .replace("&ndash;", "–")
        .replace("&mdash;", "—")
        .replace("&le;", "≤")
        .replace("&ge;", "≥")
        .replace("&amp;", "&")
        .replaceAll("[ \t]+\n", "\n")
        .replaceAll("\n{3,}", "\n\n")
        .replaceAll("\n\n(?=- )", "\n")
        .strip();
  }

  private void add(List<? extends DocTree> trees) {
    trees.forEach(this::add);
  }

  private void add(DocTree tree) {
    html.append(tree.accept(INLINE, this));
  }

  private void addBlock(DocTree tag) {
    if (tag instanceof ParamTree parameter) {
      String name = parameter.getName().toString();
      item("Parameters", parameter.isTypeParameter() ? "<" + name + ">" : name);
      add(parameter.getDescription());
    } else if (tag instanceof ReturnTree returned) {
      begin("Returns");
      html.append("<li>");
      add(returned.getDescription());
    } else if (tag instanceof ThrowsTree thrown) {
      item("Throws", thrown.getExceptionName().toString());
      add(thrown.getDescription());
    } else if (tag instanceof SeeTree see) {
      begin("See");
      html.append("<li>");
      add(see.getReference());
    } else if (tag instanceof SinceTree since) {
      begin("Since");
      html.append("<li>");
      add(since.getBody());
    }
  }

  private void item(String title, String name) {
    begin(title);
    html.append("<li><code>").append(Html.escape(name)).append("</code> ");
  }

  private void begin(String title) {
    if (!title.equals(section)) {
      html.append(section.isEmpty() ? "" : "</ul>");
      html.append(title.isEmpty() ? "" : "<p><b>" + title + "</b></p><ul>");
      section = title;
    }
  }

  private static String code(String text) {
    return "<code>" + Html.escape(text) + "</code>";
  }

  private static String name(String reference) {
    return reference.replaceAll("^#", "").replace('#', '.');
  }

  private static final SimpleDocTreeVisitor<String, DocText> INLINE =
      new SimpleDocTreeVisitor<>("") {
        @Override
        public String visitText(TextTree tree, DocText text) {
          return tree.getBody();
        }

        @Override
        public String visitEntity(EntityTree tree, DocText text) {
          return tree.toString();
        }

        @Override
        public String visitStartElement(StartElementTree tree, DocText text) {
          String name = tree.getName().toString().toLowerCase(Locale.ROOT);
          return name.matches("a|img|script|style|iframe") ? "" : "<" + name + ">";
        }

        @Override
        public String visitEndElement(EndElementTree tree, DocText text) {
          String name = tree.getName().toString().toLowerCase(Locale.ROOT);
          return name.matches("a|script|style|iframe") ? "" : "</" + name + ">";
        }

        @Override
        public String visitLiteral(LiteralTree tree, DocText text) {
          String body = tree.getBody().getBody();
          return tree.getKind() == DocTree.Kind.CODE ? code(body) : Html.escape(body);
        }

        @Override
        public String visitLink(LinkTree tree, DocText text) {
          if (tree.getLabel().isEmpty()) {
            return code(name(tree.getReference().getSignature()));
          }
          StringBuilder label = new StringBuilder();
          tree.getLabel().forEach(each -> label.append(each.accept(this, text)));
          return "<code>" + label + "</code>";
        }

        @Override
        public String visitValue(ValueTree tree, DocText text) {
          return tree.getReference() == null ? "" : code(name(tree.getReference().getSignature()));
        }

        @Override
        public String visitReference(com.sun.source.doctree.ReferenceTree tree, DocText text) {
          return code(name(tree.getSignature()));
        }
      };
}
