package lectern.feature;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text where its script changes: runs of Chinese characters go to the function given, words
 * of other letters and digits are lower-cased, and everything else separates.
 *
 * <p>Wide forms (Ｐｙｔｈｏｎ) are read as usual ones (Unicode's NFKC). {@code c++}, {@code c#} and
 * {@code .net} keep their signs. English words without a meaning of their own (the, of, for, …) are
 * left out.
 */
final class ScriptRuns {
  private static final Pattern RUN =
      Pattern.compile(
          "(?<han>\\p{IsHan}+)"
              + "|(?<word>\\.?(?:(?!\\p{IsHan})[\\p{L}\\p{Nd}])"
              + "(?:(?!\\p{IsHan})[\\p{L}\\p{M}\\p{Nd}'])*(?:\\+\\+|#)?)");

  static final Set<String> ENGLISH_STOP_WORDS =
      Set.of(
          "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "how", "in", "is", "it",
          "of", "on", "or", "that", "the", "this", "to", "with", "you", "your");

  private ScriptRuns() {}

  static List<String> tokens(String text, Function<String, List<String>> chinese) {
    List<String> out = new ArrayList<>();
    Matcher run = RUN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
    while (run.find()) {
      String han = run.group("han");
      if (han != null) {
        out.addAll(chinese.apply(han));
      } else {
        String word = word(run.group("word").toLowerCase(Locale.ROOT));
        if (!word.isEmpty() && !ENGLISH_STOP_WORDS.contains(word)) {
          out.add(word);
        }
      }
    }
    return out;
  }

  /** Without the dot that ends a sentence before it, and without what follows an apostrophe. */
  private static String word(String lower) {
    String bare = lower.startsWith(".") && !lower.equals(".net") ? lower.substring(1) : lower;
    int apostrophe = bare.indexOf('\'');
    return apostrophe < 0 ? bare : bare.substring(0, apostrophe);
  }
}
