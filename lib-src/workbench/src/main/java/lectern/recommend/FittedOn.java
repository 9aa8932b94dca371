package lectern.recommend;

import lectern.data.IdIndex;
import lectern.data.Interactions;

/**
 * What every fitted model carries: the users and items it numbers, and where it comes from.
 *
 * @param users the users it was fitted on
 * @param items the items it can score
 * @param provenance model, data, options, seed and version
 */
public record FittedOn(IdIndex users, IdIndex items, Provenance provenance) {
  /**
   * A model of this class, fitted on these interactions.
   *
   * @param options what it was fitted with; its text goes into the provenance
   * @param seed 0 for a model without chance
   */
  public static FittedOn of(Class<?> model, Interactions data, Record options, long seed) {
    return new FittedOn(data.users(), data.items(), Provenance.of(model, data, options, seed));
  }
}
