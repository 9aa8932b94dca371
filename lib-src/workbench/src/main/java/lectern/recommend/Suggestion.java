package lectern.recommend;

/** An item suggested to a user: its number, its id, its score. */
public record Suggestion(int item, String id, float score) {
  @Override
  public String toString() {
    return id + " (" + score + ")";
  }
}
