package lectern.simulate;

/** In what mood a session is; it lasts over sessions, and changes what one is drawn to. */
enum Mood {
  /** Looks for what one cares about. */
  FOCUSED(1.2, 0, 0.9),
  /** Looks for something new. */
  CURIOUS(0.8, 0.35, 0.8),
  /** Takes little on. */
  TIRED(0.7, 0, 1.15);

  /** Factor of the interest. */
  final double interest;

  /** What a topic gains that one is not sated with. */
  final double novelty;

  /** Where the bar starts that a course must clear. */
  final double bar;

  Mood(double interest, double novelty, double bar) {
    this.interest = interest;
    this.novelty = novelty;
    this.bar = bar;
  }
}
