package lectern.market;

import lectern.simulate.Week;

/**
 * One stage of the {@link Loop}, such as cleaning: what it does before a week, and what it learns
 * from it afterwards. A stage of a run may keep what it learns; each run gets stages of its own.
 */
@FunctionalInterface
public interface LoopStage {
  /** Reads what earlier stages left in the context and writes its part. */
  void before(LoopContext context);

  /** Learns from the week; nothing if unsaid. */
  default void after(LoopContext context, Week week) {}
}
