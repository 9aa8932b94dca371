package lectern.recommend;

import java.io.IOException;
import java.nio.file.Path;
import lectern.data.Interactions;

/**
 * The same list for everybody: score(u, i) = how many users had item i, or the sum of their values.
 *
 * <p>The baseline that every other model must beat. An unknown user gets the same list.
 */
public final class Popularity extends FittedModel {
  /** What is counted. */
  public enum Count {
    /** One for each user who had the item. */
    USERS,
    /** The sum of the values. */
    VALUES
  }

  /** What is counted; users if unsaid. */
  public record Options(Count count) {
    public Options() {
      this(Count.USERS);
    }
  }

  private final double[] counts;

  private Popularity(FittedOn fittedOn, double[] counts) {
    super(fittedOn);
    this.counts = counts;
  }

  public static Popularity fit(Interactions train) {
    return fit(train, new Options());
  }

  public static Popularity fit(Interactions train, Options options) {
    double[] counts = new double[train.itemCount()];
    for (int p = 0; p < train.size(); p++) {
      counts[train.item(p)] += options.count() == Count.USERS ? 1 : train.value(p);
    }
    return new Popularity(FittedOn.of(Popularity.class, train, options, 0), counts);
  }

  @Override
  public void score(int user, float[] out) {
    requireRoom(out.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) counts[i];
    }
  }

  /** The score of each item. */
  public double[] counts() {
    return counts.clone();
  }

  @Override
  public String name() {
    return "popularity";
  }

  @Override
  protected void write(ModelFile.Writer out) throws IOException {
    out.doubles(counts);
  }

  public static Popularity load(Path file) {
    return ModelFile.load(
        file, Popularity.class, (fittedOn, in) -> new Popularity(fittedOn, in.doubles()));
  }
}
