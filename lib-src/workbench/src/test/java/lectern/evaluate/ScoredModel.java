package lectern.evaluate;

import java.nio.file.Path;
import lectern.data.IdIndex;
import lectern.data.Interactions;
import lectern.recommend.Provenance;
import lectern.recommend.RatingModel;

/** A model whose scores a test writes down. */
record ScoredModel(String name, Interactions train, Scores scores) implements RatingModel {
  /** The score of an item for a user, by ids. */
  interface Scores {
    double of(String user, String item);
  }

  @Override
  public void estimates(int user, double[] out) {
    String id = user < 0 ? "?" : users().id(user);
    for (int item = 0; item < out.length; item++) {
      out[item] = scores.of(id, items().id(item));
    }
  }

  @Override
  public double meanValue() {
    return train.meanValue();
  }

  @Override
  public IdIndex users() {
    return train.users();
  }

  @Override
  public IdIndex items() {
    return train.items();
  }

  @Override
  public Provenance provenance() {
    return new Provenance(name, train.checksum(), "", 0, 1);
  }

  @Override
  public void save(Path file) {
    throw new UnsupportedOperationException("not kept");
  }
}
