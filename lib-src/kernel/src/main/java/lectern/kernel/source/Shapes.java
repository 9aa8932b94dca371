package lectern.kernel.source;

import java.util.Set;

/**
 * Finds where modifiers, types, declarations and statements end.
 *
 * <p>It looks at brackets and words only: expressions are never read. What it takes for a method or
 * for variables is settled by the compiler.
 */
public final class Shapes {
  static final Set<String> MODIFIERS =
      Set.of(
          "public",
          "protected",
          "private",
          "static",
          "final",
          "abstract",
          "strictfp",
          "native",
          "transient",
          "volatile",
          "synchronized",
          "default");
  static final Set<String> KEYWORDS =
      Set.of(
          "abstract",
          "assert",
          "break",
          "case",
          "catch",
          "class",
          "const",
          "continue",
          "default",
          "do",
          "else",
          "enum",
          "extends",
          "final",
          "finally",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "instanceof",
          "interface",
          "native",
          "new",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "static",
          "strictfp",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "try",
          "volatile",
          "while",
          "true",
          "false",
          "null");
  private static final Set<String> STATEMENTS =
      Set.of(
          "{",
          "if",
          "for",
          "while",
          "switch",
          "synchronized",
          "do",
          "try",
          "return",
          "throw",
          "break",
          "continue",
          "assert");
  private static final Set<String> WITH_HEAD = Set.of("for", "while", "switch", "synchronized");
  private static final Set<String> IN_TYPE_ARGUMENTS =
      Set.of("@", ",", ".", "?", "&", "[", "]", "extends", "super");

  private final JavaTokens tokens;

  public Shapes(JavaTokens tokens) {
    this.tokens = tokens;
  }

  private boolean isName(int i) {
    return tokens.at(i).isWord() && !KEYWORDS.contains(tokens.at(i).text());
  }

  public static boolean isModifier(String word) {
    return MODIFIERS.contains(word);
  }

  /** Behind the modifiers and annotations that begin there. */
  public int modifiersEnd(int from) {
    int i = from;
    while (true) {
      Token token = tokens.at(i);
      boolean isBlock = token.is("synchronized") && tokens.is(i + 1, "(");
      boolean isLabel = token.is("default") && (tokens.is(i + 1, ":") || tokens.is(i + 1, "-"));
      if (token.is("@") && !tokens.is(i + 1, "interface")) {
        i = annotationEnd(i);
      } else if (token.isWord() && MODIFIERS.contains(token.text()) && !isBlock && !isLabel) {
        i++;
      } else if (token.is("sealed") && isSealedModifier(i + 1)) {
        i++;
      } else if (token.is("non") && tokens.is(i + 1, "-") && tokens.is(i + 2, "sealed")) {
        i += 3;
      } else {
        return i;
      }
    }
  }

  private boolean isSealedModifier(int next) {
    Token token = tokens.at(next);
    return token.isWord()
        && (MODIFIERS.contains(token.text()) || token.is("class") || token.is("interface"));
  }

  private int annotationEnd(int at) {
    int i = at + 2;
    while (tokens.is(i, ".")) {
      i += 2;
    }
    return tokens.is(i, "(") ? tokens.partner(i) + 1 : i;
  }

  /** The name of the type declaration that begins there, or -1. */
  public int typeName(int from) {
    int i = modifiersEnd(from);
    if (tokens.is(i, "class") || tokens.is(i, "interface") || tokens.is(i, "enum")) {
      return i + 1;
    }
    if (tokens.is(i, "@") && tokens.is(i + 1, "interface")) {
      return i + 2;
    }
    boolean isRecord =
        tokens.is(i, "record")
            && tokens.at(i + 1).isWord()
            && (tokens.is(i + 2, "(") || tokens.is(i + 2, "<"));
    return isRecord ? i + 1 : -1;
  }

  /** Behind the type arguments or parameters that begin there, or -1. */
  public int anglesEnd(int from) {
    int depth = 0;
    for (int i = from; i < tokens.size(); i++) {
      if (tokens.is(i, "<")) {
        depth++;
      } else if (tokens.is(i, ">")) {
        if (--depth == 0) {
          return i + 1;
        }
      } else if (!isName(i) && !IN_TYPE_ARGUMENTS.contains(tokens.at(i).text())) {
        return -1;
      }
    }
    return -1;
  }

  /** Behind the type that begins there, or -1. */
  public int typeEnd(int from) {
    if (!isName(from)) {
      return -1;
    }
    int i = from + 1;
    while (true) {
      if (tokens.is(i, ".") && tokens.at(i + 1).isWord()) {
        i += 2;
      } else if (tokens.is(i, "<")) {
        i = anglesEnd(i);
        if (i < 0) {
          return -1;
        }
      } else if (tokens.is(i, "[") && tokens.is(i + 1, "]")) {
        i += 2;
      } else if (tokens.is(i, "@")) {
        i = annotationEnd(i);
      } else {
        return i;
      }
    }
  }

  /** The name of the method that is declared there, or -1. */
  public int methodName(int from) {
    int i = resultType(from);
    int name = i < 0 ? -1 : typeEnd(i);
    boolean isMethod = name > 0 && isName(name) && tokens.is(name + 1, "(");
    return isMethod && methodBody(name) >= 0 ? name : -1;
  }

  /** Where the result type of a method begins, or -1. */
  public int resultType(int from) {
    int i = modifiersEnd(from);
    if (tokens.is(i, "<")) {
      i = anglesEnd(i);
    }
    return i < 0 ? -1 : modifiersEnd(i);
  }

  /** The brace that opens the body of the method of that name, or -1. */
  public int methodBody(int name) {
    int i = tokens.partner(name + 1) + 1;
    while (tokens.is(i, "[") && tokens.is(i + 1, "]")) {
      i += 2;
    }
    if (tokens.is(i, "throws")) {
      while (i < tokens.size() && !tokens.is(i, "{") && !tokens.is(i, ";")) {
        i++;
      }
    }
    return tokens.is(i, "{") ? i : -1;
  }

  /** Whether variables are declared there. */
  boolean declaresVariables(int from) {
    int name = typeEnd(modifiersEnd(from));
    if (name <= 0 || !isName(name) || tokens.is(name, "instanceof")) {
      return false;
    }
    int next = name + 1;
    return next >= tokens.size()
        || tokens.is(next, "=")
        || tokens.is(next, ";")
        || tokens.is(next, ",")
        || tokens.is(next, "[");
  }

  boolean isLabel(int i) {
    return tokens.at(i).isWord() && tokens.is(i + 1, ":") && !tokens.is(i + 2, ":");
  }

  /** Whether a statement begins there that cannot be an expression. */
  public boolean beginsStatement(int i) {
    return STATEMENTS.contains(tokens.at(i).text()) && (tokens.at(i).isWord() || tokens.is(i, "{"))
        || isLabel(i);
  }

  /** Behind the statement that begins there. */
  int statementEnd(int i) {
    Token token = tokens.at(i);
    boolean hasHead = tokens.is(i + 1, "(");
    if (token.is("{")) {
      return tokens.partner(i) + 1;
    }
    if (token.is("if") && hasHead) {
      int then = statementEnd(tokens.partner(i + 1) + 1);
      return tokens.is(then, "else") ? statementEnd(then + 1) : then;
    }
    if (hasHead && WITH_HEAD.contains(token.text())) {
      return statementEnd(tokens.partner(i + 1) + 1);
    }
    if (token.is("do")) {
      return semicolonEnd(statementEnd(i + 1));
    }
    if (token.is("try")) {
      return tryEnd(i);
    }
    if (isLabel(i)) {
      return statementEnd(i + 2);
    }
    int name = typeName(i);
    return name >= 0 ? typeDeclarationEnd(name) : semicolonEnd(i);
  }

  private int tryEnd(int from) {
    int i = tokens.is(from + 1, "(") ? tokens.partner(from + 1) + 1 : from + 1;
    if (!tokens.is(i, "{")) {
      return semicolonEnd(from);
    }
    i = tokens.partner(i) + 1;
    while (tokens.is(i, "catch") && tokens.is(i + 1, "(")) {
      int body = tokens.partner(i + 1) + 1;
      if (!tokens.is(body, "{")) {
        return i;
      }
      i = tokens.partner(body) + 1;
    }
    return tokens.is(i, "finally") && tokens.is(i + 1, "{") ? tokens.partner(i + 1) + 1 : i;
  }

  private int typeDeclarationEnd(int name) {
    int i = name;
    while (i < tokens.size() && !tokens.is(i, "{")) {
      i = tokens.is(i, "(") ? tokens.partner(i) + 1 : i + 1;
    }
    return i < tokens.size() ? tokens.partner(i) + 1 : i;
  }

  /** Behind the next semicolon that is not inside brackets. */
  int semicolonEnd(int from) {
    for (int i = from; i < tokens.size(); i++) {
      if (tokens.is(i, ";")) {
        return i + 1;
      }
      if (tokens.is(i, "(") || tokens.is(i, "[") || tokens.is(i, "{")) {
        i = tokens.partner(i);
      }
    }
    return tokens.size();
  }
}
