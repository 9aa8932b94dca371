package lectern.recommend;

import java.io.IOException;
import java.nio.file.Path;
import lectern.display.UserError;

/**
 * Another model whose estimates are cut to the scale of the ratings: below the lowest they become
 * the lowest, above the highest the highest.
 *
 * <p>For errors, as published tables measure them. Not for lists: all cut items tie.
 */
public final class OnScale extends FittedModel implements RatingModel {
  /** The scale, and what the cut model says of itself. */
  private record Options(double lowest, double highest, String of) {
    private Options {
      if (!(lowest < highest)) {
        throw new UserError(
            "The lowest rating must be below the highest, not " + lowest + " and " + highest + ".");
      }
    }
  }

  private final RatingModel model;
  private final double lowest;
  private final double highest;

  private OnScale(FittedOn fittedOn, RatingModel model, double lowest, double highest) {
    super(fittedOn);
    this.model = model;
    this.lowest = lowest;
    this.highest = highest;
  }

  /** This model, cut to a scale. */
  public static OnScale of(RatingModel model, double lowest, double highest) {
    Provenance inner = model.provenance();
    Options options = new Options(lowest, highest, inner.model() + " " + inner.options());
    Provenance own =
        new Provenance(
            OnScale.class.getName(),
            inner.dataChecksum(),
            options.toString(),
            inner.seed(),
            inner.version());
    return new OnScale(new FittedOn(model.users(), model.items(), own), model, lowest, highest);
  }

  @Override
  public double meanValue() {
    return cut(model.meanValue());
  }

  @Override
  public double estimate(int user, int item) {
    return cut(model.estimate(user, item));
  }

  @Override
  public void estimates(int user, double[] out) {
    model.estimates(user, out);
    for (int i = 0; i < out.length; i++) {
      out[i] = cut(out[i]);
    }
  }

  private double cut(double estimate) {
    return Math.max(lowest, Math.min(highest, estimate));
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  protected void write(ModelFile.Writer out) throws IOException {
    out.number(lowest);
    out.number(highest);
    out.model(model);
  }

  public static OnScale load(Path file) {
    return ModelFile.load(
        file,
        OnScale.class,
        (fittedOn, in) -> {
          double low = in.number();
          double high = in.number();
          return new OnScale(fittedOn, (RatingModel) in.model(), low, high);
        });
  }
}
