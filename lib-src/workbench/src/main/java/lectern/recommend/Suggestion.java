package lectern.recommend;

import lectern.display.Decimal;

/** An item suggested to a user: its number, its id, its score. */
public record Suggestion(int item, String id, float score) {
  @Override
  public String toString() {
    return id + " (" + (Float.isFinite(score) ? Decimal.textOfFloat(score) : score) + ")";
  }
}
