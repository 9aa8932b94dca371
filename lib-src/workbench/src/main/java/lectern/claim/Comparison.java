package lectern.claim;

/** How one kind of printed thing is compared with ours. */
interface Comparison<T> {
  /** A verdict and its reason. */
  record Outcome(Verdict verdict, String why) {
    static Outcome of(boolean agrees, String whyNot) {
      return agrees ? new Outcome(Verdict.AGREES, "") : new Outcome(Verdict.DIFFERS, whyNot);
    }
  }

  Outcome compare(T computed);

  /** A value as it is shown. */
  String text(T value);
}
