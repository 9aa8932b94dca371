package lectern.claim;

/** What became of an article's statement when it was computed. Code decides, nobody types it. */
public enum Verdict {
  /** Ours equals what is printed, within its tolerance. */
  AGREES("agrees", "✓", "#1b7f4b"),
  /** Ours is another value, order, shape or partition. */
  DIFFERS("differs", "≠", "#b3261e"),
  /** Something that the computation needs is given nowhere. */
  CANNOT_BE_COMPUTED("cannot be computed", "?", "#8a6100"),
  /** The printed steps stop with an error. */
  DOES_NOT_RUN("does not run", "✗", "#b3261e"),
  /** Two statements of the article exclude each other. */
  CONTRADICTS_ITSELF("contradicts itself", "⇄", "#8e24aa"),
  /** The article gives no number to compare with; ours is shown. */
  NO_NUMBER_GIVEN("no number given", "–", "#5f6368");

  private final String words;
  private final String sign;
  private final String colour;

  Verdict(String words, String sign, String colour) {
    this.words = words;
    this.sign = sign;
    this.colour = colour;
  }

  /** The verdict in words: {@code "does not run"}. */
  public String words() {
    return words;
  }

  /** One character that tells verdicts apart without colour. */
  public String sign() {
    return sign;
  }

  String colour() {
    return colour;
  }

  /** Sign and words on the verdict's colour, as HTML. */
  String badge() {
    return "<span style=\"background:"
        + colour
        + ";color:#fff;border-radius:4px;padding:1px 8px;font-weight:600;white-space:nowrap\">"
        + sign
        + " "
        + words
        + "</span>";
  }
}
