package lectern.feature;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a run of Chinese characters, by HanLP's dictionary: the most likely path through its
 * words and their neighbours. Traditional characters are read as simplified ones; particles,
 * conjunctions, prepositions, pronouns and numerals are left out.
 *
 * <p>Why HanLP (portable 1.8, Apache-2.0): one jar of 8 MB with no dependencies, where Lucene's
 * smartcn needs three jars of 9.6 MB, knows fewer terms of the field (it cuts 社群 and 数据分析 apart)
 * and no traditional characters; jieba-analysis has had no release since 2015. Guessing names of
 * persons and places is turned off: titles of courses hold few, and wrong guesses glue words.
 */
final class ChineseWords {
  /** Loaded when first used, in a fraction of a second; many threads may use it. */
  private static final Segment SEGMENT =
      new ViterbiSegment()
          .enableNameRecognize(false)
          .enableTranslatedNameRecognize(false)
          .enableJapaneseNameRecognize(false)
          .enablePlaceRecognize(false)
          .enableOrganizationRecognize(false)
          .enableMultithreading(false);

  /** First letters of the parts of speech without a meaning of their own. */
  private static final String EMPTY = "ucpryemw";

  private ChineseWords() {}

  static List<String> of(String run) {
    List<String> out = new ArrayList<>();
    for (Term term : SEGMENT.seg(HanLP.convertToSimplifiedChinese(run))) {
      if (hasMeaning(term.nature)) {
        out.add(term.word);
      }
    }
    return out;
  }

  private static boolean hasMeaning(Nature nature) {
    return nature == null || EMPTY.indexOf(nature.firstChar()) < 0;
  }
}
