package lectern.recommend;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.data.IdIndex;
import lectern.display.UserError;

/**
 * A model that scores items for a user. Fitted models are immutable and safe for many threads.
 *
 * <p>Users and items are numbered as in the data that the model was fitted on. A user number
 * outside 0 to users − 1 (−1 is what {@link IdIndex#number} says of an unknown id) is an unknown
 * user: every model answers with what it would say of somebody it knows nothing about, see its
 * page. No score is ever NaN, and no batch stops because of one user.
 */
public interface Recommender {
  /** The users it was fitted on. */
  IdIndex users();

  /** The items it can score. */
  IdIndex items();

  /**
   * Writes one score for each item: the higher, the rather.
   *
   * @param user a user's number; any number outside the known ones is an unknown user
   * @param out as long as there are items
   */
  void score(int user, float[] out);

  /** Where it comes from: data, options, seed, version. */
  Provenance provenance();

  /** Writes it to a file, which {@link ModelFile} describes; a file that is there is replaced. */
  void save(Path file);

  /** A short name for tables. */
  String name();

  /**
   * The user's k best items, the best first, ties by the item's number; fewer when fewer are left.
   * {@link Reranked} puts them in another order.
   *
   * @param exclude items that must not be suggested, such as {@link Exclude#seen}
   */
  default List<Suggestion> top(int user, int k, Exclude exclude) {
    float[] scores = new float[items().size()];
    score(user, scores);
    int[] best = TopItems.of(scores, k, exclude.itemsOf(user));
    List<Suggestion> out = new ArrayList<>(best.length);
    for (int item : best) {
      out.add(new Suggestion(item, items().id(item), scores[item]));
    }
    return out;
  }

  /** {@link #top(int, int, Exclude)} by the user's id; an id that is unknown is an unknown user. */
  default List<Suggestion> top(String user, int k, Exclude exclude) {
    return top(users().number(user), k, exclude);
  }

  /** Refuses an array that has not one place for each item. */
  default void requireRoom(int length) {
    if (length != items().size()) {
      throw new UserError(
          "Scores need an array with one place for each of the "
              + items().size()
              + " items, not "
              + length
              + ".");
    }
  }
}
