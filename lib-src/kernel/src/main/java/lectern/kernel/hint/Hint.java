package lectern.kernel.hint;

/** Helps with one kind of mistake. */
@FunctionalInterface
interface Hint {
  /** A sentence, or "" where it has nothing to say. */
  String of(Mistake mistake);
}
