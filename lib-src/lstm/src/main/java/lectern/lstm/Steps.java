package lectern.lstm;

/** A history as the steps that a network looks back on. */
final class Steps {
  private Steps() {}

  /**
   * The last steps of a history, the start before its first course.
   *
   * @param most how many steps at most
   * @param start the number that stands before the first course
   */
  static int[] last(int[] history, int most, int start) {
    int count = Math.min(history.length + 1, most);
    int[] steps = new int[count];
    for (int i = 0; i < count; i++) {
      int at = history.length - count + i;
      steps[i] = at < 0 ? start : history[at];
    }
    return steps;
  }
}
