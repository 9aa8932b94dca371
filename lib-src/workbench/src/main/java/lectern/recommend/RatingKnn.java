package lectern.recommend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import lectern.data.Interactions;
import lectern.math.SparseMatrix;

/**
 * Ratings predicted from neighbours, of users or of items, in three forms.
 *
 * <p>Rows x are users and columns y items, or the other way round ({@link Side}). N holds, of the
 * rows that have a value in column y, the k with the highest similarity to x that is above 0 (ties
 * by number; x itself is none). With x̄ the mean of a row and b_xy = μ + b_x + b_y ({@link
 * Biases}):
 *
 * <pre>{@code
 * plain      Σ z∈N s_xz r_zy / Σ z∈N s_xz
 * centred    x̄ + Σ z∈N s_xz (r_zy − z̄) / Σ z∈N s_xz
 * baseline   b_xy + Σ z∈N s_xz (r_zy − b_zy) / Σ z∈N s_xz
 * }</pre>
 *
 * <p>With fewer than {@code minNeighbours} in N: μ, x̄ or b_xy; the mean of an empty row is μ. A
 * user without items, or unknown, gets μ + b_i in every form. Similarities of every two rows are
 * worked out by the fit; memory is 8 bytes × rows², so at most 12,000 rows. For lists of large data
 * see {@link ItemKnn} and {@link UserKnn}.
 *
 * <p>Source: Koren, Factor in the Neighbors, ACM TKDD 4(1), 2010, 2.2; forms and defaults are those
 * of KNNBasic, KNNWithMeans and KNNBaseline of Surprise. Values are not cut to the scale.
 */
public final class RatingKnn extends FittedModel implements RatingModel {
  /** Whose neighbours are asked. */
  public enum Side {
    /** Users like this user. */
    USERS,
    /** Items like this item, among those the user has. */
    ITEMS
  }

  /** What a neighbour's value is compared with. */
  public enum Form {
    PLAIN,
    /** With the neighbour's mean. */
    CENTRED,
    /** With the bias estimate of the pair. */
    BASELINE
  }

  /** How alike two rows are; sums run over the n columns in which both have a value. */
  public enum Similarity {
    /** Σ r r' / √(Σ r² Σ r'²). */
    COSINE,
    /** 1 / (1 + Σ (r − r')² / n). */
    MSD,
    /** Pearson's correlation; 0 without variance. */
    PEARSON,
    /**
     * The cosine of what the values are above the {@link Biases} estimates, times (n − 1) / (n − 1
     * + shrinkage).
     */
    PEARSON_BASELINE
  }

  private final Interactions train;
  private final RatingKnnOptions options;
  private final Biases biases;
  private final boolean ofUsers;
  private final SparseMatrix columns;
  private final double[] means;
  private final double[][] similarity;

  private RatingKnn(FittedOn fittedOn, Interactions train, RatingKnnOptions options) {
    super(fittedOn);
    this.train = train;
    this.options = options;
    this.biases = Biases.fit(train);
    this.ofUsers = options.side() == Side.USERS;
    SparseMatrix byUser = train.toMatrix();
    SparseMatrix byItem = byUser.transpose();
    SparseMatrix rows = ofUsers ? byUser : byItem;
    this.columns = ofUsers ? byItem : byUser;
    Checks.squareFits(
        "This model",
        ofUsers ? "users" : "items",
        rows.rows(),
        "Use UserKnn or ItemKnn, or look for neighbours on the other side.");
    this.means = RowMeans.of(rows, biases.meanValue());
    this.similarity = new RowSimilarities(rows, columns, options, biases).all();
  }

  /**
   * Fits.
   *
   * @throws lectern.display.UserError if there are no interactions or more than 12,000 rows
   */
  public static RatingKnn fit(Interactions train, RatingKnnOptions options) {
    return new RatingKnn(FittedOn.of(RatingKnn.class, train, options, 0), train, options);
  }

  /** s of two users or items, by their numbers; 0 of one with itself. */
  public double similarity(int x, int z) {
    return similarity[x][z];
  }

  @Override
  public double meanValue() {
    return biases.meanValue();
  }

  @Override
  public double estimate(int user, int item) {
    return estimate(user, item, new NearestFew(Math.min(options.k(), similarity.length)));
  }

  @Override
  public void estimates(int user, double[] out) {
    requireRoom(out.length);
    NearestFew room = new NearestFew(Math.min(options.k(), similarity.length));
    for (int i = 0; i < out.length; i++) {
      out[i] = estimate(user, i, room);
    }
  }

  private double estimate(int user, int item, NearestFew nearest) {
    if (!knowsItem(item)) {
      return meanValue();
    }
    if (!knowsUser(user) || train.sizeOf(user) == 0) {
      return biases.estimate(user, item);
    }
    int x = ofUsers ? user : item;
    int y = ofUsers ? item : user;
    nearest.clear();
    for (int q = columns.rowStart(y); q < columns.rowStart(y + 1); q++) {
      nearest.offer(similarity[x][columns.column(q)], q);
    }
    double sum = 0;
    double weights = 0;
    for (int n = 0; n < nearest.size(); n++) {
      double weight = nearest.similarity(n);
      int q = nearest.place(n);
      sum += weight * (columns.value(q) - expected(columns.column(q), y));
      weights += weight;
    }
    boolean enough = nearest.size() >= options.minNeighbours();
    if (options.form() == Form.PLAIN) {
      return enough ? sum / weights : meanValue();
    }
    return expected(x, y) + (enough ? sum / weights : 0);
  }

  /** What values are compared with. */
  private double expected(int x, int y) {
    return switch (options.form()) {
      case PLAIN -> 0;
      case CENTRED -> means[x];
      case BASELINE -> ofUsers ? biases.estimate(x, y) : biases.estimate(y, x);
    };
  }

  @Override
  public String name() {
    return String.format(
        Locale.ROOT,
        "%s neighbours, %s, %s, k = %d",
        ofUsers ? "user" : "item",
        options.form().name().toLowerCase(Locale.ROOT),
        options.similarity().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        options.k());
  }

  @Override
  protected void write(ModelFile.Writer out) throws IOException {
    out.choice(options.side());
    out.choice(options.form());
    out.choice(options.similarity());
    out.integer(options.k());
    out.integer(options.minNeighbours());
    out.integer(options.minSupport());
    out.number(options.shrinkage());
    InteractionsFile.write(train, out);
  }

  /** Reads it again; similarities are worked out anew, to the same bits. */
  public static RatingKnn load(Path file) {
    return ModelFile.load(file, RatingKnn.class, RatingKnn::read);
  }

  private static RatingKnn read(FittedOn fittedOn, ModelFile.Reader in) throws IOException {
    RatingKnnOptions options =
        new RatingKnnOptions(
            in.choice(Side.class),
            in.choice(Form.class),
            in.choice(Similarity.class),
            in.integer(),
            in.integer(),
            in.integer(),
            in.number());
    return new RatingKnn(fittedOn, InteractionsFile.read(fittedOn, in), options);
  }
}
