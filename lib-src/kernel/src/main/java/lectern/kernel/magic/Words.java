package lectern.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.display.UserError;

/** The arguments of a magic: separated by spaces, in quotes where they contain spaces. */
final class Words {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  private Words() {}

  /**
   * The arguments.
   *
   * @param whenNone the error where there is none
   */
  static List<String> of(String arguments, String whenNone) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(arguments);
    while (word.find()) {
      words.add(
          word.group(1) != null
              ? word.group(1)
              : word.group(2) != null ? word.group(2) : word.group(3));
    }
    if (words.isEmpty()) {
      throw new UserError(whenNone);
    }
    return words;
  }
}
