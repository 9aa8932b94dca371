package lectern.kernel.magic;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.display.Magic;
import lectern.kernel.assist.Completion;
import lectern.kernel.assist.FilePaths;

/** What may follow the name of a magic on its line: options that its help names, else files. */
final class MagicArguments {
  private static final Pattern LINE =
      Pattern.compile("(?:^|\\n)[ \\t]*(%{1,2})(\\w+)[ \\t]+([^\\n]*)$");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?\\p{L}[\\w-]*");

  private MagicArguments() {}

  /** The candidates; empty where the cursor is not on the line of a magic. */
  static Optional<Completion> complete(String code, int cursor, Magics magics) {
    Matcher line = LINE.matcher(code.substring(0, cursor));
    if (!line.find()) {
      return Optional.empty();
    }
    boolean ofCell = line.group(1).length() == 2;
    Optional<Magic> magic =
        magics.all().stream()
            .filter(each -> each.name().equals(line.group(2)) && each.takesBody() == ofCell)
            .findFirst();
    return magic.flatMap(found -> arguments(found, line.group(3), cursor));
  }

  /** The line of a magic that runs code is completed as code. */
  private static Optional<Completion> arguments(Magic magic, String typed, int cursor) {
    String word = typed.substring(typed.lastIndexOf(' ') + 1);
    if (word.startsWith("-")) {
      return Optional.of(options(magic, word, cursor));
    }
    return magic.name().equals("time")
        ? Optional.empty()
        : Optional.of(FilePaths.complete(word.replaceFirst("^[\"']", ""), cursor));
  }

  private static Completion options(Magic magic, String word, int cursor) {
    Set<String> names = new LinkedHashSet<>();
    Matcher option = OPTION.matcher(magic.help() + "\n" + magic.details());
    while (option.find()) {
      names.add(option.group());
    }
    List<Completion.Match> matches =
        names.stream()
            .filter(each -> each.startsWith(word))
            .map(each -> new Completion.Match(each, "magic", ""))
            .toList();
    return new Completion(cursor - word.length(), cursor, matches);
  }
}
