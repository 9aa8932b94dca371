package lectern.kernel.assist;

import java.util.List;

/**
 * What could stand at a place of the code.
 *
 * @param start where the text to replace begins, in UTF-16 units
 * @param end where it ends
 * @param matches the candidates, best first
 */
public record Completion(int start, int end, List<Match> matches) {
  public Completion {
    matches = List.copyOf(matches);
  }

  /**
   * One candidate.
   *
   * @param text what is put in
   * @param kind {@code function}, {@code class}, {@code instance}, {@code keyword}, {@code magic}
   *     …, or "" for unknown
   * @param signature parameters or a type, "" for none
   */
  public record Match(String text, String kind, String signature) {}

  /** Nothing fits. */
  public static Completion none(int cursor) {
    return new Completion(cursor, cursor, List.of());
  }
}
