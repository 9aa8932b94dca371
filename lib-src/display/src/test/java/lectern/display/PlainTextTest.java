package lectern.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  record Point(double x, String name, int[] data) {}

  record Own(int x) {
    @Override
    public String toString() {
      return "mine " + x;
    }
  }

  static final class Words extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return String.join(" ", this);
    }
  }

  @Test
  void arraysOfEveryKindAndDepthShowTheirValues() {
    assertEquals("[[1.0, 2.5], [3.0]]", PlainText.of(new double[][] {{1, 2.5}, {3}}));
    assertEquals("['a', '\\n', '\\'']", PlainText.of(new char[] {'a', '\n', '\''}));
    assertEquals("[]", PlainText.of(new int[0]));
    assertEquals("[true]", PlainText.of(new boolean[] {true}));
    assertEquals("[[[1]], null]", PlainText.of(new long[][][] {{{1}}, null}));
    assertEquals("[[\"a\"], [1, 2]]", PlainText.of(new Object[] {List.of("a"), new byte[] {1, 2}}));
  }

  @Test
  void textIsQuotedInsideOtherValuesOnly() {
    assertEquals("say \"hi\"", PlainText.of("say \"hi\""));
    assertEquals("x", PlainText.of('x'));
    assertEquals("null", PlainText.of(null));
    assertEquals(
        "[\"say \\\"hi\\\"\", null, \"a\\tb\\u0007\"]",
        PlainText.of(Arrays.asList("say \"hi\"", null, "a\tb\u0007")));
    assertEquals("{\"k\"=[1, 2]}", PlainText.of(Map.of("k", List.of(1, 2))));
    assertEquals("\"k\"='v'", PlainText.of(Map.entry("k", 'v')));
    assertEquals("Optional[\"x\"]", PlainText.of(Optional.of("x")));
    assertEquals("Optional.empty", PlainText.of(Optional.empty()));
    assertEquals("OptionalInt[3]", PlainText.of(OptionalInt.of(3)));
  }

  @Test
  void recordsShowTheirArraysUnlessTheyWriteThemselves() {
    assertEquals(
        "Point[x=1.0, name=\"p\", data=[1, 2]]", PlainText.of(new Point(1, "p", new int[] {1, 2})));
    assertEquals("[mine 3]", PlainText.of(List.of(new Own(3))));
    Words words = new Words();
    Collections.addAll(words, "to", "be");
    assertEquals("to be", PlainText.of(words));
  }

  @Test
  void longOnesAreCutAndTheirSizeSaid() {
    String list = PlainText.of(Collections.nCopies(1_000_000, 7));
    assertTrue(list.endsWith("7, … 999,900 more of 1,000,000]"), list);
    String text = PlainText.of("x".repeat(1_000_000));
    assertTrue(text.endsWith("x… 980,000 more characters of 1,000,000"));
    String matrix = PlainText.of(new int[1000][1000]);
    assertTrue(matrix.endsWith("… 980 more of 1,000]"), matrix);
    assertTrue(
        PlainText.of(List.of("x".repeat(5000))).endsWith("… 3,000 more characters of 5,000\"]"));
    Map<Integer, Integer> map =
        IntStream.range(0, 300).boxed().collect(Collectors.toMap(i -> i, i -> i));
    assertTrue(PlainText.of(map).endsWith("99=99, … 200 more of 300}"), PlainText.of(map));
  }

  @Test
  void whatDoesNotFitOnALineStandsOneBelowTheOther() {
    double[][] matrix = new double[3][];
    for (int i = 0; i < 3; i++) {
      matrix[i] = new double[] {i, 10 * i, 1e6 * i, -0.125 * i, 123.25, 123.25, 0.1, 0.2};
    }
    assertEquals(
        "[[0.0,  0.0,       0.0,   -0.0, 123.25, 123.25, 0.1, 0.2],\n"
            + " [1.0, 10.0, 1000000.0, -0.125, 123.25, 123.25, 0.1, 0.2],\n"
            + " [2.0, 20.0, 2000000.0,  -0.25, 123.25, 123.25, 0.1, 0.2]]",
        PlainText.of(matrix));
    List<Integer> many = Collections.nCopies(30, 1000);
    String nested = PlainText.of(Map.of("key", List.of(many, many)));
    assertTrue(nested.startsWith("{\"key\"=[[1000, 1000"), nested);
    assertTrue(nested.contains("1000],\n        [1000"), nested);
    assertEquals(1, PlainText.of(many).lines().count(), "the page breaks a line of numbers");
  }

  @Test
  void valuesThatHoldThemselvesEnd() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    list.add(3);
    assertEquals("[(itself), 3]", PlainText.of(list));
    Map<String, Object> map = new HashMap<>();
    map.put("me", List.of(map));
    assertEquals("{\"me\"=[(itself)]}", PlainText.of(map));
    Object[] array = new Object[1];
    array[0] = array;
    assertEquals("[(itself)]", PlainText.of(array));
    Object deep = 1;
    for (int i = 0; i < 100_000; i++) {
      deep = List.of(deep);
    }
    assertTrue(PlainText.of(deep).endsWith("…" + "]".repeat(50)));
    List<Integer> same = List.of(1);
    assertEquals("[[1], [1]]", PlainText.of(List.of(same, same)), "twice is not a circle");
  }

  @Test
  void aToStringThatThrowsOrNeverEndsIsTold() {
    Object bad =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("broken");
          }
        };
    assertTrue(PlainText.of(bad).contains("its toString threw"), PlainText.of(bad));
    Object endless =
        new Object() {
          @Override
          public String toString() {
            return "again " + this;
          }
        };
    assertTrue(PlainText.of(List.of(endless)).contains("its toString never ends"));
    List<Integer> changing =
        new ArrayList<>(List.of(1, 2)) {
          private static final long serialVersionUID = 1L;

          @Override
          public Iterator<Integer> iterator() {
            throw new ConcurrentModificationException();
          }
        };
    assertTrue(PlainText.of(changing).contains("the rest cannot be read"));
  }

  @Test
  void streamsAndIteratorsAreNotUsedUp() {
    Stream<String> stream = Stream.of("a", "b").map(String::trim);
    assertEquals("Stream, not read (toList() or toArray() reads it)", PlainText.of(stream));
    assertEquals(List.of("a", "b"), stream.toList());
    assertTrue(PlainText.of(IntStream.range(0, 3)).startsWith("IntStream, not read"));
    Iterator<Integer> iterator = List.of(1).iterator();
    assertTrue(PlainText.of(iterator).endsWith("Iterator, not read"), PlainText.of(iterator));
    assertTrue(iterator.hasNext());
  }

  @Test
  void futuresAreNotWaitedFor() {
    CompletableFuture<String> future = new CompletableFuture<>();
    assertEquals(
        "CompletableFuture, not completed yet (join() waits for it)", PlainText.of(future));
    future.complete("x");
    assertEquals("CompletableFuture[\"x\"]", PlainText.of(future));
    assertEquals(
        "CompletableFuture, failed: java.lang.IllegalStateException: no",
        PlainText.of(CompletableFuture.failedFuture(new IllegalStateException("no"))));
  }

  @Test
  void exceptionsAreShownShortWithTheirCauses() {
    Exception thrown = new IllegalStateException("outer", new IllegalArgumentException("inner"));
    List<String> lines = PlainText.of(thrown).lines().toList();
    assertEquals("java.lang.IllegalStateException: outer", lines.get(0));
    assertTrue(lines.get(1).startsWith("    at lectern.display.PlainTextTest."), lines.get(1));
    assertTrue(lines.contains("Caused by: java.lang.IllegalArgumentException: inner"));
    assertTrue(lines.size() < 20, lines.toString());
    assertEquals("[java.lang.Exception: x]", PlainText.of(List.of(new Exception("x"))));
  }

  @Test
  void classesLambdasAndTheLikeHaveAName() {
    assertEquals("class java.lang.String", PlainText.of(String.class));
    assertEquals("class int[]", PlainText.of(int[].class));
    assertEquals("int", PlainText.of(int.class));
    assertEquals("record Point", PlainText.of(Point.class));
    Function<String, String> lambda = x -> x;
    assertEquals(
        "java.util.function.Function (a lambda or method reference)", PlainText.of(lambda));
    Runnable anonymous =
        new Runnable() {
          @Override
          public void run() {}
        };
    assertEquals("new java.lang.Runnable() {…}", PlainText.of(anonymous));
    assertTrue(PlainText.of(new Object()).startsWith("java.lang.Object@"));
  }

  @Test
  void everydayValuesSpeakForThemselves() {
    assertEquals("SECONDS", PlainText.of(TimeUnit.SECONDS));
    assertEquals("1.50", PlainText.of(new BigDecimal("1.50")));
    assertEquals("2026-01-31", PlainText.of(LocalDate.of(2026, 1, 31)));
    assertEquals("a.txt", PlainText.of(Path.of("a.txt")));
    assertEquals("a.txt", PlainText.of(new File("a.txt")));
    assertTrue(PlainText.of(new GregorianCalendar(2026, 0, 31)).startsWith("2026-01-31T00:00"));
  }
}
