package lectern.recommend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import lectern.data.IdIndex;
import lectern.data.Interactions;

/**
 * The same list for everybody: score(u, i) = how many users had item i, or the sum of their values.
 *
 * <p>The baseline that every other model must beat. An unknown user gets the same list.
 */
public final class Popularity implements Recommender {
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

  private final IdIndex users;
  private final IdIndex items;
  private final double[] counts;
  private final Provenance provenance;

  private Popularity(IdIndex users, IdIndex items, double[] counts, Provenance provenance) {
    this.users = users;
    this.items = items;
    this.counts = counts;
    this.provenance = provenance;
  }

  public static Popularity fit(Interactions train) {
    return fit(train, new Options());
  }

  public static Popularity fit(Interactions train, Options options) {
    double[] counts = new double[train.itemCount()];
    for (int p = 0; p < train.size(); p++) {
      counts[train.item(p)] += options.count() == Count.USERS ? 1 : train.value(p);
    }
    Provenance provenance = Provenance.of(Popularity.class, train, options, 0);
    return new Popularity(train.users(), train.items(), counts, provenance);
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
  public IdIndex users() {
    return users;
  }

  @Override
  public IdIndex items() {
    return items;
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  @Override
  public String name() {
    return "popularity";
  }

  @Override
  public void save(Path file) {
    ModelFile.save(
        file,
        provenance,
        out -> {
          out.ids(users);
          out.ids(items);
          out.doubles(counts);
        });
  }

  public static Popularity load(Path file) {
    ModelFile.Reader in = ModelFile.open(file, Popularity.class);
    try {
      return new Popularity(in.ids(), in.ids(), in.doubles(), in.provenance);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
