package lectern.kernel.hint;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Signs that are missing, too many, or of another keyboard. */
final class SyntaxHints {
  private static final String QUOTES =
      "'a' in single quotes is one character; text stands in double quotes: \"text\".";
  private static final String ELSE =
      "An else follows its if directly: if (…) { … } else { … }. A ; behind the condition ends the"
          + " if, and more than one statement needs braces.";
  private static final String DECLARATION =
      "A variable declared there could not be used anywhere: put braces { } around the"
          + " declaration and what uses it.";

  /** Signs of a Chinese keyboard, and what Java wants in their place. */
  private static final String FULL_WIDTH = "；，（）｛｝［］：。“”‘’＝＋－＊／＜＞！＂＇、";

  private static final String PLAIN = ";,(){}[]:.\"\"''=+-*/<>!\"',";

  static final Map<String, Hint> TABLE =
      Map.ofEntries(
          Map.entry("expected", SyntaxHints::expected),
          Map.entry("expected2", SyntaxHints::expected),
          Map.entry("expected3", SyntaxHints::expected),
          Map.entry("expected4", SyntaxHints::expected),
          Map.entry("lectern.err.text", SyntaxHints::unreadable),
          Map.entry("unclosed.char.lit", mistake -> QUOTES),
          Map.entry("illegal.char", SyntaxHints::illegal),
          Map.entry("else.without.if", mistake -> ELSE),
          Map.entry("illegal.start.of.type", SyntaxHints::strayElse),
          Map.entry("not.stmt", SyntaxHints::notAStatement),
          Map.entry("invalid.meth.decl.ret.type.req", SyntaxHints::noResultType),
          Map.entry("illegal.start.of.expr", SyntaxHints::illegalStart),
          Map.entry("int.number.too.large", SyntaxHints::tooLarge),
          Map.entry("variable.not.allowed", mistake -> DECLARATION));

  private SyntaxHints() {}

  private static String expected(Mistake mistake) {
    if (mistake.message().startsWith("';' expected")) {
      String line = mistake.before().stripTrailing();
      String last = line.substring(line.lastIndexOf('\n') + 1).strip();
      String keyword = capital(last);
      return !keyword.isEmpty()
          ? keyword
          : "A statement ends with a semicolon: write "
              + (last.isEmpty() ? "; there." : last + ";");
    }
    if (mistake.message().startsWith("'(' expected")) {
      return "The condition of if, while, for and switch stands in parentheses: if (x > 0) { … }.";
    }
    if (mistake.message().contains("')'")) {
      return "A ( in front of this place is not closed: write ) where its content ends.";
    }
    if (mistake.message().contains("'{'")) {
      return "A body in braces { } belongs here; for methods and classes they are never left out.";
    }
    if (mistake.message().startsWith("<identifier> expected")) {
      return "A name is missing here: each parameter and each variable needs a type and a name,"
          + " such as int count.";
    }
    return "";
  }

  private static String capital(String line) {
    Matcher first = Pattern.compile("^(\\p{Lu}\\w*)\\b").matcher(line);
    boolean keyword =
        first.find() && SourceVersion.isKeyword(first.group(1).toLowerCase(Locale.ROOT));
    return keyword
        ? "Keywords are written small: " + first.group(1).toLowerCase(Locale.ROOT) + "."
        : "";
  }

  private static String unreadable(Mistake mistake) {
    String message = mistake.message();
    if (message.contains("string literal")) {
      return "A string ends with \" on the line on which it begins; for several lines write \"\"\""
          + " around them.";
    }
    if (message.contains("character literal")) {
      return QUOTES;
    }
    if (message.contains("text block")) {
      return "A text block ends with \"\"\" as it begins.";
    }
    if (message.contains("comment")) {
      return "A comment that begins with /* ends with */.";
    }
    String bracket = message.substring(0, Math.min(3, message.length()));
    if (message.contains("never closed")) {
      return "This " + bracket + " needs its partner: write it where the content ends.";
    }
    if (message.contains("without an opening")) {
      return "This "
          + bracket
          + " is one too many, or the bracket that it closes is missing above.";
    }
    return "Brackets close in the opposite order in which they open: ( [ ] ).";
  }

  private static String illegal(Mistake mistake) {
    String sign = mistake.rest().isEmpty() ? "" : mistake.rest().substring(0, 1);
    int at = sign.isEmpty() ? -1 : FULL_WIDTH.indexOf(sign);
    if (at >= 0) {
      return sign
          + " is a sign of a Chinese keyboard or of a word processor; Java wants the plain "
          + PLAIN.charAt(at);
    }
    return sign.equals("#") ? "A comment begins with // in Java." : "";
  }

  private static String strayElse(Mistake mistake) {
    return mistake.word().equals("else") ? ELSE : "";
  }

  private static String notAStatement(Mistake mistake) {
    if (mistake.marked().contains("==") || mistake.line().matches(".*[^=!<>]==[^=].*")) {
      return "== compares; a value is assigned with one =.";
    }
    return "This computes a value and drops it: assign it (x = …), print it (System.out.println(…))"
        + " or call a method.";
  }

  private static String noResultType(Mistake mistake) {
    String name = mistake.word();
    return "A method has a result type in front of its name: void "
        + name
        + "(…) where it returns nothing, else int, String …";
  }

  private static String illegalStart(Mistake mistake) {
    return mistake.word().matches("public|private|protected|static")
        ? "A method or class cannot be declared inside a method: a } is missing above."
        : "";
  }

  private static String tooLarge(Mistake mistake) {
    return "An int goes from -2147483648 to 2147483647: write L behind a longer number, and long"
        + " for its type.";
  }
}
