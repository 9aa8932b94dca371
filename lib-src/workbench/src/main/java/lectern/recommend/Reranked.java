package lectern.recommend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lectern.data.Interactions;
import lectern.math.SparseMatrix;

/**
 * Another model's lists in another order, for diversity: the article "precision", 9.
 *
 * <p>Of the model's best items (the pool) a list is made place by place. With r_i the model's score
 * within the pool from 0 to 1, S what stands in the list already, p_c the user's interest in
 * category c (its share in what the user has) and p_c|i an item's share of it, the next item is the
 * one with the highest (see {@link Method}; ties go to the better place in the pool)
 *
 * <pre>{@code
 * MMR          (1 − λ) r_i − λ max j∈S cos(c_i, c_j)
 * xQuAD        (1 − λ) r_i + λ Σ c p_c p_c|i Π j∈S (1 − p_c|j)
 * calibrated   (1 − λ) Σ j∈S+i r_j − λ KL(p ‖ share of categories in S+i)
 * random       with probability λ any item of the pool, else the model's next
 * limited      the model's next that has no category which the list has m times already
 * }</pre>
 *
 * <p>λ = 0 is the model's own order. In the calibrated form the list's shares are mixed with 1 % of
 * p, so that the divergence is finite. When nothing is left within the limit, the model's next is
 * taken. A user without categories, or unknown, has the same interest in each.
 *
 * <p>{@link #score} is the model's: only {@link #top} differs, which is therefore not in the order
 * of scores. Lists of k and of k + 1 agree in their first k places when the pool is as large for
 * both.
 *
 * <p>Sources: Carbonell and Goldstein, The Use of MMR, SIGIR 1998; Santos, Macdonald and Ounis,
 * Exploiting Query Reformulations (xQuAD), WWW 2010; Steck, Calibrated Recommendations, RecSys
 * 2018.
 */
public final class Reranked extends FittedModel {
  /** How the next item is chosen. */
  public enum Method {
    MMR,
    XQUAD,
    CALIBRATED,
    RANDOM,
    LIMITED
  }

  /**
   * How lists are made.
   *
   * @param method how the next item is chosen
   * @param strength λ, from 0 to 1; nothing to {@link Method#LIMITED}
   * @param most m of {@link Method#LIMITED}, at least 1; 2 if unsaid
   * @param pool how many of the model's best are looked at, at least 1; 100 if unsaid. A longer
   *     list makes it as large as the list
   */
  public record Options(Method method, double strength, int most, int pool) {
    public Options {
      Checks.share("strength", strength);
      Checks.atLeastOne("most", most);
      Checks.atLeastOne("pool", pool);
    }

    public Options(Method method, double strength) {
      this(method, strength, 2, 100);
    }

    /** At most so many of a category. */
    public static Options limited(int most) {
      return new Options(Method.LIMITED, 0, most, 100);
    }
  }

  /** The options, and what the model and the categories were. */
  private record Fitted(Options options, String categoriesChecksum, String of) {}

  private final Recommender model;
  private final Options options;
  private final long seed;
  private final SparseMatrix categories;
  private final double[][] interests;

  private Reranked(
      FittedOn fittedOn,
      Recommender model,
      Options options,
      SparseMatrix categories,
      double[][] interests) {
    super(fittedOn);
    this.model = model;
    this.options = options;
    this.seed = fittedOn.provenance().seed();
    this.categories = categories;
    this.interests = interests;
  }

  /**
   * This model's lists in another order.
   *
   * @param had what the users have, from which their interests are: what the model was fitted on
   * @param categories of the items, by weights of at least 0
   * @param seed of {@link Method#RANDOM}; a user's draws depend on it and on the user's id
   */
  public static Reranked of(
      Recommender model, Interactions had, ItemFeatures categories, Options options, long seed) {
    SparseMatrix shares = Memberships.of(categories.rowsOf(model.items()));
    double[][] interests = Memberships.interests(model, had, shares);
    Fitted fitted = new Fitted(options, categories.checksum(), model.provenance().toString());
    Provenance own =
        new Provenance(Reranked.class.getName(), had.checksum(), fitted.toString(), seed, 1);
    return new Reranked(
        new FittedOn(model.users(), model.items(), own), model, options, shares, interests);
  }

  @Override
  public void score(int user, float[] out) {
    model.score(user, out);
  }

  @Override
  public List<Suggestion> top(int user, int k, Exclude exclude) {
    Checks.atLeastOne("k", k);
    List<Suggestion> pool = model.top(user, Math.max(k, options.pool()), exclude);
    double[] interest = interests[knowsUser(user) ? user : interests.length - 1];
    String id = knowsUser(user) ? users().id(user) : "";
    ListMaker maker = new ListMaker(pool, categories, interest, options, seed, id);
    List<Suggestion> out = new ArrayList<>();
    while (out.size() < Math.min(k, pool.size())) {
      out.add(maker.next());
    }
    return out;
  }

  @Override
  public String name() {
    String how = options.method().name().toLowerCase(Locale.ROOT);
    String by =
        options.method() == Method.LIMITED
            ? "at most " + options.most()
            : String.format(Locale.ROOT, "%.3g", options.strength());
    return model.name() + ", re-ranked (" + how + ", " + by + ")";
  }

  @Override
  protected void write(ModelFile.Writer out) throws IOException {
    out.choice(options.method());
    out.number(options.strength());
    out.integer(options.most());
    out.integer(options.pool());
    out.sparse(categories);
    out.integer(interests.length);
    for (double[] interest : interests) {
      out.doubles(interest);
    }
    out.model(model);
  }

  public static Reranked load(Path file) {
    return ModelFile.load(
        file,
        Reranked.class,
        (fittedOn, in) -> {
          Options options =
              new Options(in.choice(Method.class), in.number(), in.integer(), in.integer());
          SparseMatrix categories = in.sparse();
          double[][] interests = new double[in.integer()][];
          for (int u = 0; u < interests.length; u++) {
            interests[u] = in.doubles();
          }
          return new Reranked(fittedOn, in.model(), options, categories, interests);
        });
  }
}
