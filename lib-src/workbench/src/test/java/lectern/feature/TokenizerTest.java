package lectern.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {
  @ParameterizedTest
  @CsvSource({
    "Python数据分析与机器学习实战, python 数据分析 机器学习 实战",
    "知识付费产品的社群营销, 知识 付费 产品 社群 营销",
    "資料結構, 资料 结构",
    "C++程序设计, c++ 程序设计",
    "Ｐｙｔｈｏｎ 入门, python 入门",
    "The Art of C# and .NET: an intro., art c# .net intro",
    "大学物理2024（上）, 大学 物理 2024 上",
    "What's new? Don't stop.Go, what new don stop go",
    "Économie für alle, économie für alle",
    "'，。！', ''",
  })
  void wordsOfMixedTitles(String title, String words) {
    assertEquals(words, String.join(" ", Tokenizer.words().tokens(title)));
  }

  @Test
  void bigramsNeedNoDictionary() {
    assertEquals(List.of("数据", "据分", "分析", "ai"), Tokenizer.bigrams().tokens("数据分析AI"));
    assertEquals(List.of("书"), Tokenizer.bigrams().tokens("书"));
    assertEquals(List.of("𠀀𠀁"), Tokenizer.bigrams().tokens("𠀀𠀁"), "characters beyond 16 bits");
  }

  @Test
  void nothingGivesNothing() {
    assertEquals(List.of(), Tokenizer.words().tokens(""));
    assertEquals(List.of(), Tokenizer.words().tokens(" \n— !"));
  }
}
