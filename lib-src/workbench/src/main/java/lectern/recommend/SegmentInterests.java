package lectern.recommend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lectern.data.IdIndex;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.math.SparseMatrix;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a segment of users is interested in, and lists from it: the article "crossplatform", 3.2 and
 * 5.2.2.
 *
 * <p>n_sc counts what the users of segment s have in category c; an item in several categories
 * counts in each by its share. With p(c) the share of category c over all users:
 *
 * <pre>{@code
 * p(c|s) = (n_sc + m p(c)) / (n_s + m)        score(u, i) = Σ c p(c|s_u) p(i|c)
 * }</pre>
 *
 * p(i|c) being the share of i among what all users have in c, each item counted once more than it
 * was had. m is the shrinkage: how many interactions everybody's interests are worth against a
 * segment's own; m = 0 is what the article counts, where a segment of one user is believed as a
 * segment of thousands. The article then suggests each user the first category of its segment:
 * {@link #firstCategory}. A segment that has nothing when m = 0, and a user who is unknown or in no
 * segment, get p(c).
 */
public final class SegmentInterests extends FittedModel {
  /** How strongly segments are pulled towards everybody, m, at least 0; 20 if unsaid. */
  public record Options(double shrinkage) {
    public Options {
      Checks.notBelowZero("shrinkage", shrinkage);
    }

    public Options() {
      this(20);
    }
  }

  /** The options, and checksums of what else it was fitted on. */
  private record Fitted(Options options, String categoriesChecksum, int segmentsHash) {}

  private final int[] segments;
  private final IdIndex categories;
  private final double[][] counts;
  private final double[][] shares;
  private final double[][] scores;

  private SegmentInterests(
      FittedOn fittedOn,
      int[] segments,
      IdIndex categories,
      double[][] counts,
      double[][] shares,
      double[][] scores) {
    super(fittedOn);
    this.segments = segments;
    this.categories = categories;
    this.counts = counts;
    this.shares = shares;
    this.scores = scores;
  }

  /**
   * Fits.
   *
   * @param segments the segment of each user of {@code train}, from 0; below 0 is none
   * @param categories the categories of the items, by weights of at least 0
   */
  public static SegmentInterests fit(
      Interactions train, int[] segments, ItemFeatures categories, Options options) {
    if (segments.length != train.userCount()) {
      throw new UserError(
          "Each user needs a segment: there are "
              + train.userCount()
              + " users and "
              + segments.length
              + " segments.");
    }
    SparseMatrix member = Memberships.of(categories.rowsOf(train.items()));
    int k = Arrays.stream(segments).max().orElse(-1) + 1;
    double[][] counts = new double[Math.max(0, k) + 1][categories.names().size()];
    double[] had = new double[train.itemCount()];
    for (int u = 0; u < segments.length; u++) {
      for (int p = train.start(u); p < train.start(u + 1); p++) {
        int item = train.item(p);
        had[item]++;
        for (int q = member.rowStart(item); q < member.rowStart(item + 1); q++) {
          counts[counts.length - 1][member.column(q)] += member.value(q);
          if (segments[u] >= 0) {
            counts[segments[u]][member.column(q)] += member.value(q);
          }
        }
      }
    }
    double[][] shares = shares(counts, options.shrinkage());
    Fitted fitted = new Fitted(options, categories.checksum(), Arrays.hashCode(segments));
    return new SegmentInterests(
        FittedOn.of(SegmentInterests.class, train, fitted, 0),
        segments.clone(),
        categories.names(),
        counts,
        shares,
        scores(shares, member, had));
  }

  /** Of each segment, and at last of all users. */
  private static double[][] shares(double[][] counts, double shrinkage) {
    double[] all = counts[counts.length - 1];
    double everything = Arrays.stream(all).sum();
    double[][] out = new double[counts.length][all.length];
    for (int s = 0; s < counts.length; s++) {
      double size = Arrays.stream(counts[s]).sum();
      for (int c = 0; c < all.length; c++) {
        double share = everything == 0 ? 1.0 / all.length : all[c] / everything;
        boolean everybody = s == counts.length - 1 || size + shrinkage == 0;
        out[s][c] = everybody ? share : (counts[s][c] + shrinkage * share) / (size + shrinkage);
      }
    }
    return out;
  }

  private static double[][] scores(double[][] shares, SparseMatrix member, double[] had) {
    double[] inCategory = new double[member.columns()];
    for (int i = 0; i < had.length; i++) {
      for (int q = member.rowStart(i); q < member.rowStart(i + 1); q++) {
        inCategory[member.column(q)] += member.value(q) * (had[i] + 1);
      }
    }
    double[][] out = new double[shares.length][had.length];
    for (int s = 0; s < out.length; s++) {
      for (int i = 0; i < had.length; i++) {
        for (int q = member.rowStart(i); q < member.rowStart(i + 1); q++) {
          int c = member.column(q);
          if (member.value(q) > 0) {
            out[s][i] += shares[s][c] * member.value(q) * (had[i] + 1) / inCategory[c];
          }
        }
      }
    }
    return out;
  }

  /** How many segments there are. */
  public int segmentCount() {
    return counts.length - 1;
  }

  /** n_sc of a category by its name; 0 of an unknown one. */
  public double count(int segment, String category) {
    int c = categories.number(category);
    return c < 0 ? 0 : counts[segment][c];
  }

  /** p(c|s) of a category by its name; 0 of an unknown one. */
  public double share(int segment, String category) {
    int c = categories.number(category);
    return c < 0 ? 0 : shares[segment][c];
  }

  /** The category with the highest share in a segment, ties by name: what the article suggests. */
  public String firstCategory(int segment) {
    int best = 0;
    for (int c = 1; c < categories.size(); c++) {
      best = shares[segment][c] > shares[segment][best] ? c : best;
    }
    return categories.id(best);
  }

  /** One row for each segment and category: how often, and its share after shrinkage. */
  public Table table() {
    IntColumn segment = IntColumn.create("segment");
    StringColumn category = StringColumn.create("category");
    DoubleColumn count = DoubleColumn.create("count");
    DoubleColumn share = DoubleColumn.create("share");
    for (int s = 0; s < segmentCount(); s++) {
      for (int c = 0; c < categories.size(); c++) {
        segment.append(s);
        category.append(categories.id(c));
        count.append(counts[s][c]);
        share.append(shares[s][c]);
      }
    }
    return Table.create("interests by segment", List.of(segment, category, count, share));
  }

  @Override
  public void score(int user, float[] out) {
    requireRoom(out.length);
    boolean grouped = knowsUser(user) && segments[user] >= 0;
    double[] all = scores[grouped ? segments[user] : scores.length - 1];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) all[i];
    }
  }

  @Override
  public String name() {
    return "interests of " + segmentCount() + " segments";
  }

  @Override
  protected void write(ModelFile.Writer out) throws IOException {
    out.ints(segments);
    out.ids(categories);
    out.integer(counts.length);
    for (int s = 0; s < counts.length; s++) {
      out.doubles(counts[s]);
      out.doubles(shares[s]);
      out.doubles(scores[s]);
    }
  }

  public static SegmentInterests load(Path file) {
    return ModelFile.load(
        file,
        SegmentInterests.class,
        (fittedOn, in) -> {
          int[] segments = in.ints();
          IdIndex categories = in.ids();
          double[][][] rows = new double[3][in.integer()][];
          for (int s = 0; s < rows[0].length; s++) {
            for (double[][] kind : rows) {
              kind[s] = in.doubles();
            }
          }
          return new SegmentInterests(fittedOn, segments, categories, rows[0], rows[1], rows[2]);
        });
  }
}
