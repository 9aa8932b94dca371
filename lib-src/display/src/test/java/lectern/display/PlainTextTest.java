package lectern.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void arraysShowTheirValues() {
    assertEquals("[[1.0, 2.5], [3.0]]", PlainText.of(new double[][] {{1, 2.5}, {3}}));
    assertEquals("[a]", PlainText.of(new char[] {'a'}));
    assertEquals("[]", PlainText.of(new int[0]));
  }

  @Test
  void stringsAreQuotedInsideCollectionsOnly() {
    assertEquals("say \"hi\"", PlainText.of("say \"hi\""));
    assertEquals(
        "[\"say \\\"hi\\\"\", null]", PlainText.of(java.util.Arrays.asList("say \"hi\"", null)));
    assertEquals("{\"k\"=[1, 2]}", PlainText.of(Map.of("k", List.of(1, 2))));
  }

  @Test
  void longOnesAreCutAndTheirSizeSaid() {
    String text = PlainText.of(Collections.nCopies(1000, 7));
    assertTrue(text.endsWith("7, … (1000 elements)]"), text);
    assertTrue(PlainText.of("x".repeat(30_000)).endsWith("… (30000 characters)"));
  }

  @Test
  void aListThatHoldsItselfEnds() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    assertEquals("[(itself)]", PlainText.of(list));
  }

  @Test
  void aToStringThatThrowsIsTold() {
    Object bad =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("broken");
          }
        };
    assertTrue(PlainText.of(bad).contains("its toString threw"), PlainText.of(bad));
  }
}
