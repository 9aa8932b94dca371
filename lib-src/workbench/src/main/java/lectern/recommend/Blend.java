package lectern.recommend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import lectern.display.UserError;

/**
 * A weighted mean of several models: score(u, i) = Σ_m w_m x_m(u, i).
 *
 * <p>x is a model's score of the item made comparable within the user's list: its place from the
 * bottom as a share (1 the best of all items, 0 the worst, equal scores the mean of their places),
 * or its score from 0 (the lowest) to 1 (the highest; all ½ where all are equal). Weights are
 * divided by their sum.
 *
 * <p>{@link #choose} tries weights against a quality, which must be measured on data that is
 * neither learnt from nor tested on in the end.
 *
 * <p>Source: Burke, Hybrid Recommender Systems, UMUAI 12, 2002 (weighted hybrid).
 */
public final class Blend extends FittedModel {
  /** What of a model's list is mixed. */
  public enum Mix {
    /** Places: for models whose scores mean different things. */
    RANKS,
    SCORES
  }

  /** How the models are mixed, and what they say of themselves. */
  private record Options(Mix mix, List<Double> weights, List<String> of) {}

  private final List<Recommender> models;
  private final Mix mix;
  private final double[] weights;

  private Blend(FittedOn fittedOn, List<Recommender> models, Mix mix, double[] weights) {
    super(fittedOn);
    this.models = models;
    this.mix = mix;
    this.weights = weights;
  }

  /**
   * Mixes.
   *
   * @param models fitted on the same users and items, at least one
   * @param weights one for each, at least 0, not all 0
   */
  public static Blend of(List<? extends Recommender> models, Mix mix, double... weights) {
    if (models.isEmpty() || weights.length != models.size()) {
      throw new UserError(
          "Each model needs a weight: there are "
              + models.size()
              + " models and "
              + weights.length
              + " weights.");
    }
    for (double weight : weights) {
      Checks.notBelowZero("A weight", weight);
    }
    double sum = Arrays.stream(weights).sum();
    if (sum == 0) {
      throw new UserError("At least one weight must be above 0.");
    }
    Recommender first = models.get(0);
    for (Recommender model : models) {
      if (!model.users().equals(first.users()) || !model.items().equals(first.items())) {
        throw new UserError(
            "\""
                + model.name()
                + "\" was fitted on other users or items than \""
                + first.name()
                + "\": fit both on the same interactions.");
      }
    }
    double[] shares = Arrays.stream(weights).map(w -> w / sum).toArray();
    Options options =
        new Options(
            mix,
            Arrays.stream(shares).boxed().toList(),
            models.stream().map(m -> m.provenance().toString()).toList());
    Provenance provenance =
        new Provenance(
            Blend.class.getName(),
            first.provenance().dataChecksum(),
            options.toString(),
            first.provenance().seed(),
            1);
    return new Blend(
        new FittedOn(first.users(), first.items(), provenance), List.copyOf(models), mix, shares);
  }

  /**
   * The mix with the highest quality of all whose weights are whole steps of 1 / steps and sum to
   * 1; of equal ones the first, models named first weighing most.
   *
   * @param steps at least 1; for 10 the weights are 0, 0.1, … 1
   * @param quality such as the NDCG@10 on a validation split
   */
  public static Blend choose(
      List<? extends Recommender> models, Mix mix, int steps, ToDoubleFunction<Blend> quality) {
    Checks.atLeastOne("steps", steps);
    Blend best = null;
    double highest = Double.NEGATIVE_INFINITY;
    for (double[] weights : grid(models.size(), steps)) {
      Blend one = of(models, mix, weights);
      double value = quality.applyAsDouble(one);
      if (best == null || value > highest) {
        best = one;
        highest = value;
      }
    }
    if (best == null) {
      throw new UserError("There is no model to mix.");
    }
    return best;
  }

  private static List<double[]> grid(int models, int steps) {
    List<double[]> out = new ArrayList<>();
    if (models == 1) {
      out.add(new double[] {steps});
    }
    for (int first = steps; first >= 0 && models > 1; first--) {
      for (double[] rest :
          first == steps ? List.of(new double[models - 1]) : grid(models - 1, steps - first)) {
        double[] weights = new double[models];
        weights[0] = first;
        System.arraycopy(rest, 0, weights, 1, models - 1);
        out.add(weights);
      }
    }
    return out;
  }

  /** The weights, which sum to 1. */
  public double[] weights() {
    return weights.clone();
  }

  @Override
  public void score(int user, float[] out) {
    requireRoom(out.length);
    double[] sum = new double[out.length];
    float[] scores = new float[out.length];
    for (int m = 0; m < weights.length; m++) {
      models.get(m).score(user, scores);
      double[] part = mix == Mix.RANKS ? ranks(scores) : Scaled.toUnit(scores);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weights[m] * part[i];
      }
    }
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) sum[i];
    }
  }

  /** The share of the other items that an item is above, those beside it counting half. */
  private static double[] ranks(float[] scores) {
    float[] sorted = scores.clone();
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = sorted[i] == 0 ? 0 : sorted[i];
    }
    Arrays.sort(sorted);
    double[] out = new double[scores.length];
    double others = Math.max(1, scores.length - 1);
    for (int i = 0; i < out.length; i++) {
      int below = firstNotBelow(sorted, scores[i]);
      int upTo = firstNotBelow(sorted, Math.nextUp(scores[i]));
      out[i] = (below + (upTo - below - 1) / 2.0) / others;
    }
    return out;
  }

  private static int firstNotBelow(float[] sorted, float value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public String name() {
    return "blend of " + models.stream().map(Recommender::name).collect(Collectors.joining(" + "));
  }

  @Override
  protected void write(ModelFile.Writer out) throws IOException {
    out.choice(mix);
    out.doubles(weights);
    for (Recommender model : models) {
      out.model(model);
    }
  }

  public static Blend load(Path file) {
    return ModelFile.load(
        file,
        Blend.class,
        (fittedOn, in) -> {
          Mix mix = in.choice(Mix.class);
          double[] weights = in.doubles();
          List<Recommender> models = new ArrayList<>();
          for (int m = 0; m < weights.length; m++) {
            models.add(in.model());
          }
          return new Blend(fittedOn, List.copyOf(models), mix, weights);
        });
  }
}
