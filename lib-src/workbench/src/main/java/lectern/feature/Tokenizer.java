package lectern.feature;

import java.util.List;

/** Cuts a text into the words that are counted, in their order, repetitions included. */
@FunctionalInterface
public interface Tokenizer {
  /** The words of a text; none for an empty one. */
  List<String> tokens(String text);

  /** English words and, by a dictionary, Chinese ones: {@link ChineseWords}. */
  static Tokenizer words() {
    return text -> ScriptRuns.tokens(text, ChineseWords::of);
  }

  /**
   * English words and pairs of neighbouring Chinese characters, without a dictionary: 数据分析 gives
   * 数据, 据分, 分析. For names and terms that no dictionary knows.
   */
  static Tokenizer bigrams() {
    return text -> ScriptRuns.tokens(text, Bigrams::of);
  }
}
