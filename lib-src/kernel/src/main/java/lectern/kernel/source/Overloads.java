package lectern.kernel.source;

import java.util.HashMap;
import java.util.Map;

/** Tells overloads of a method apart by their text: name and erased simple parameter types. */
public final class Overloads {
  private Overloads() {}

  /** The identity of a method, such as {@code f(int,List[],)}. */
  public static String key(SplitCell cell, Unit method) {
    JavaTokens tokens = cell.tokens();
    Shapes shapes = cell.shapes();
    Map<String, String> bounds = bounds(cell, method);
    StringBuilder key = new StringBuilder(cell.name(method)).append('(');
    int close = tokens.partner(method.name() + 1);
    for (int i = method.name() + 2; i < close; ) {
      int start = shapes.modifiersEnd(i);
      int end = shapes.typeEnd(start);
      if (end < 0) {
        return key.append("?)").toString();
      }
      int dimensions = 0;
      int last = start;
      while (tokens.is(last + 1, ".") && tokens.at(last + 2).isWord()) {
        last += 2;
      }
      for (int j = start; j < end; j++) {
        if (tokens.is(j, "<")) {
          j = shapes.anglesEnd(j) - 1;
        } else if (tokens.is(j, "[")) {
          dimensions++;
        }
      }
      if (tokens.is(end, ".")) {
        dimensions++;
        end += 3;
      }
      end++;
      while (tokens.is(end, "[")) {
        dimensions++;
        end += 2;
      }
      String type = tokens.at(last).text();
      key.append(bounds.getOrDefault(type, type)).append("[]".repeat(dimensions)).append(',');
      i = tokens.is(end, ",") ? end + 1 : end;
    }
    return key.append(')').toString();
  }

  /** What the type parameters of a method are erased to. */
  private static Map<String, String> bounds(SplitCell cell, Unit method) {
    JavaTokens tokens = cell.tokens();
    Map<String, String> bounds = new HashMap<>();
    int from = cell.shapes().modifiersEnd(method.from());
    if (!tokens.is(from, "<")) {
      return bounds;
    }
    int depth = 0;
    int end = cell.shapes().anglesEnd(from);
    for (int i = from; i < end; i++) {
      if (tokens.is(i, "<")) {
        depth++;
      } else if (tokens.is(i, ">")) {
        depth--;
      }
      boolean begins = tokens.is(i - 1, "<") || tokens.is(i - 1, ",");
      if (depth == 1 && tokens.at(i).isWord() && begins) {
        int bound = i + 2;
        while (tokens.is(bound + 1, ".")) {
          bound += 2;
        }
        String erased = tokens.is(i + 1, "extends") ? tokens.at(bound).text() : "Object";
        bounds.put(tokens.at(i).text(), bounds.getOrDefault(erased, erased));
      }
    }
    return bounds;
  }
}
