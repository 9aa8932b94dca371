package lectern.kernel.assist;

import java.util.List;

/** Words of the language that may stand where a name may. */
final class Keywords {
  private static final List<String> ALL =
      List.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "false",
          "final",
          "finally",
          "float",
          "for",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "new",
          "null",
          "private",
          "protected",
          "public",
          "record",
          "return",
          "sealed",
          "short",
          "static",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "true",
          "try",
          "var",
          "void",
          "while");

  private Keywords() {}

  /** Those that begin so; none where nothing has been typed. */
  static List<Completion.Match> startingWith(String prefix) {
    return ALL.stream()
        .filter(each -> !prefix.isEmpty() && each.startsWith(prefix) && !each.equals(prefix))
        .map(each -> new Completion.Match(each, "keyword", ""))
        .toList();
  }
}
