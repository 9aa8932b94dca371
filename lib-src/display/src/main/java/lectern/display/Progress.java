package lectern.display;

/**
 * How far long work has come: a bar in a notebook, a line on a terminal, nothing in tests.
 *
 * <p>Work that may take more than a second takes a {@code Progress} and reports to it:
 *
 * <pre>{@code
 * try (var task = progress.begin("K-means", iterations)) {
 *   for (int i = 0; i < iterations; i++) {
 *     step();
 *     task.at(i + 1, "J = " + cost);
 *   }
 * }
 * }</pre>
 *
 * <p>{@link Task#at} is also the place where work stops: it throws {@link
 * java.util.concurrent.CancellationException} once the calling thread has been interrupted.
 */
public interface Progress {
  /**
   * Begins one piece of work.
   *
   * @param what a word or two on what is done
   * @param steps how many steps it has, at least 1
   */
  Task begin(String what, long steps);

  /** One piece of work under way. Closing it removes or completes its bar. */
  interface Task extends AutoCloseable {
    /**
     * Says that so many steps are done.
     *
     * @param done steps done so far, from 0 to the number of steps
     * @param note a few words that change with each step, such as a loss; "" for none
     * @throws java.util.concurrent.CancellationException if this thread has been interrupted
     */
    void at(long done, String note);

    /** Says that so many steps are done, without a note. */
    default void at(long done) {
      at(done, "");
    }

    @Override
    void close();
  }

  /** Shows nothing, and still stops when interrupted. */
  static Progress silent() {
    return SilentProgress.INSTANCE;
  }

  /** Shows a bar on the screen in force, in place where the screen can update. */
  static Progress shown() {
    return new ShownProgress(Screen.current());
  }

  /** Shows a bar on that screen. */
  static Progress on(Screen screen) {
    return new ShownProgress(screen);
  }
}
