package lectern.recommend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lectern.data.IdIndex;
import lectern.data.Interactions;
import lectern.data.Sha256;
import lectern.display.UserError;
import lectern.math.RandomStream;
import lectern.math.SparseMatrix;

/**
 * Lists of one domain (a school, a field of courses, a genre) for users who are known from others:
 * the article "crossover", 3.
 *
 * <p>Items are of the target domain or of the source, which is all the rest. Every cell counts as
 * 1. With s_u the user's row of source items, the score of target item i is one of (see {@link
 * Method})
 *
 * <pre>{@code
 * no transfer      how many users have i, as a share of the most
 * shared factors   (x_u Q) · q_i        Q: main directions of all items, x_u all that the user has
 * neighbours       Σ v∈N cos(s_u, s_v) [v has i]        N: the k nearest of those with target items
 * mapping          (s_u Q_s W) · q_i        Q_s, Q_t: main directions of each domain, W by ridge
 * }</pre>
 *
 * W makes small Σ_u ‖t_u Q_t − s_u Q_s W‖² + λ ‖W‖² over users with items in both domains. A user
 * without source items, or unknown, gets the target's popularity, as if without transfer. With
 * neighbours a millionth of popularity is added, which decides where no neighbour does. Items of
 * the source score 1 below the lowest of the target.
 *
 * <p>Sources: Cremonesi, Tripodi and Turrin, Cross-Domain Recommender Systems, ICDM workshops 2011
 * (neighbours); Man et al., Cross-Domain Recommendation: An Embedding and Mapping Approach, IJCAI
 * 2017 (mapping; there by a network or linear, here linear in closed form); directions as in
 * PureSVD, Cremonesi, Koren and Turrin, RecSys 2010.
 */
public final class CrossDomain extends FittedModel {
  /** How what is known from the source reaches the target. */
  public enum Method {
    /** Not at all: the baseline. */
    NO_TRANSFER,
    SHARED_FACTORS,
    NEIGHBOURS,
    MAPPING
  }

  /**
   * How to transfer.
   *
   * @param method mapping if unsaid
   * @param factors how many directions, at least 1; 20 if unsaid
   * @param neighbours k, at least 1; 100 if unsaid
   * @param ridge λ of the mapping, above 0; 10 if unsaid
   */
  public record Options(Method method, int factors, int neighbours, double ridge) {
    public Options {
      Checks.atLeastOne("factors", factors);
      Checks.atLeastOne("neighbours", neighbours);
      Checks.aboveZero("ridge", ridge);
    }

    public Options() {
      this(Method.MAPPING);
    }

    public Options(Method method) {
      this(method, 20, 100, 10);
    }
  }

  /** The options and the items of the target. */
  private record Fitted(Options options, String target) {}

  private static final int ROUNDS = 30;

  private final Interactions train;
  private final Options options;
  private final boolean[] target;
  private final SparseMatrix source;
  private final double[] popular;
  private final CrossDomainFactors factors;
  private final SourceNeighbours neighbours;

  private CrossDomain(
      FittedOn fittedOn,
      Interactions train,
      Options options,
      boolean[] target,
      CrossDomainFactors factors) {
    super(fittedOn);
    this.train = train;
    this.options = options;
    this.target = target;
    this.source = CrossDomainFactors.part(train, target, false);
    this.popular = Popular.shares(train);
    this.factors = factors;
    this.neighbours =
        options.method() == Method.NEIGHBOURS
            ? new SourceNeighbours(
                source, CrossDomainFactors.part(train, target, true), options.neighbours())
            : null;
  }

  /**
   * Fits.
   *
   * @param target the ids of the items of the target domain
   * @throws UserError if none of them is among the items
   */
  public static CrossDomain fit(
      Interactions train, Collection<String> target, Options options, long seed) {
    boolean[] flags = new boolean[train.itemCount()];
    Sha256 sum = new Sha256();
    Set<String> wanted = new LinkedHashSet<>(target);
    int count = 0;
    for (int i = 0; i < flags.length; i++) {
      flags[i] = wanted.contains(train.items().id(i));
      if (flags[i]) {
        count++;
        sum.add(train.items().id(i));
      }
    }
    if (count == 0) {
      throw new UserError(
          "None of the "
              + wanted.size()
              + " items of the target domain is among the "
              + flags.length
              + " items: give their ids.");
    }
    CrossDomainFactors factors =
        switch (options.method()) {
          case SHARED_FACTORS ->
              CrossDomainFactors.shared(train, options.factors(), ROUNDS, random(seed, "all"));
          case MAPPING ->
              CrossDomainFactors.mapped(
                  train,
                  flags,
                  options.factors(),
                  ROUNDS,
                  options.ridge(),
                  random(seed, "source"),
                  random(seed, "target"));
          case NO_TRANSFER, NEIGHBOURS -> null;
        };
    Fitted fitted = new Fitted(options, count + " items, " + sum.hex());
    FittedOn on = FittedOn.of(CrossDomain.class, train, fitted, factors == null ? 0 : seed);
    return new CrossDomain(on, train, options, flags, factors);
  }

  private static RandomStream random(long seed, String which) {
    return RandomStream.of(seed, "cross-domain", which);
  }

  /** Leaves the items of the source out of lists. */
  public Exclude outsideTarget() {
    int out = 0;
    int[] items = new int[target.length];
    for (int i = 0; i < target.length; i++) {
      if (!target[i]) {
        items[out++] = i;
      }
    }
    int[] others = Arrays.copyOf(items, out);
    return user -> others.clone();
  }

  @Override
  public void score(int user, float[] out) {
    requireRoom(out.length);
    double[] scores = transferred(user);
    double lowest = 0;
    for (int i = 0; i < out.length; i++) {
      lowest = target[i] ? Math.min(lowest, scores[i]) : lowest;
    }
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) (target[i] ? scores[i] : lowest - 1);
    }
  }

  private double[] transferred(int user) {
    if (!knowsUser(user) || source.rowSize(user) == 0) {
      return popular;
    }
    return switch (options.method()) {
      case NO_TRANSFER -> popular;
      case SHARED_FACTORS, MAPPING -> factors.scores(user, train, source, target);
      case NEIGHBOURS -> neighbours.scores(user, popular);
    };
  }

  /** The items of the target by id. */
  public IdIndex targetItems() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < target.length; i++) {
      if (target[i]) {
        ids.add(items().id(i));
      }
    }
    return IdIndex.inThisOrder(ids);
  }

  @Override
  public String name() {
    return "cross-domain, " + options.method().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  @Override
  protected void write(ModelFile.Writer out) throws IOException {
    out.choice(options.method());
    out.integer(options.factors());
    out.integer(options.neighbours());
    out.number(options.ridge());
    InteractionsFile.write(train, out);
    int[] ones = new int[target.length];
    for (int i = 0; i < ones.length; i++) {
      ones[i] = target[i] ? 1 : 0;
    }
    out.ints(ones);
    if (factors != null) {
      factors.write(out);
    }
  }

  public static CrossDomain load(Path file) {
    return ModelFile.load(file, CrossDomain.class, CrossDomain::read);
  }

  private static CrossDomain read(FittedOn fittedOn, ModelFile.Reader in) throws IOException {
    Options options = new Options(in.choice(Method.class), in.integer(), in.integer(), in.number());
    Interactions train = InteractionsFile.read(fittedOn, in);
    int[] ones = in.ints();
    boolean[] target = new boolean[ones.length];
    for (int i = 0; i < ones.length; i++) {
      target[i] = ones[i] == 1;
    }
    boolean factored =
        options.method() == Method.SHARED_FACTORS || options.method() == Method.MAPPING;
    CrossDomainFactors factors = factored ? CrossDomainFactors.read(in, options.factors()) : null;
    return new CrossDomain(fittedOn, train, options, target, factors);
  }
}
