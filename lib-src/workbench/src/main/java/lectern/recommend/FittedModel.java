package lectern.recommend;

import java.io.IOException;
import java.nio.file.Path;
import lectern.data.IdIndex;

/**
 * The part that all models share: users, items, provenance, saving. A model extends it, scores, and
 * writes its numbers.
 *
 * <pre>{@code
 * final class Mine extends FittedModel {
 *   static Mine fit(Interactions train, Options options) {
 *     return new Mine(FittedOn.of(Mine.class, train, options, 0), numbers);
 *   }
 *   protected void write(ModelFile.Writer out) throws IOException { out.doubles(numbers); }
 *   static Mine load(Path file) {
 *     return ModelFile.load(file, Mine.class, (on, in) -> new Mine(on, in.doubles()));
 *   }
 * }
 * }</pre>
 */
public abstract class FittedModel implements Recommender {
  private final FittedOn fittedOn;

  protected FittedModel(FittedOn fittedOn) {
    this.fittedOn = fittedOn;
  }

  /** Writes everything but users, items and provenance, to be read in the same order. */
  protected abstract void write(ModelFile.Writer out) throws IOException;

  @Override
  public final void save(Path file) {
    ModelFile.save(file, fittedOn, this::write);
  }

  @Override
  public final IdIndex users() {
    return fittedOn.users();
  }

  @Override
  public final IdIndex items() {
    return fittedOn.items();
  }

  @Override
  public final Provenance provenance() {
    return fittedOn.provenance();
  }

  /** True for a user that it was fitted on. */
  protected final boolean knowsUser(int user) {
    return user >= 0 && user < users().size();
  }

  /** True for an item that it can score. */
  protected final boolean knowsItem(int item) {
    return item >= 0 && item < items().size();
  }
}
