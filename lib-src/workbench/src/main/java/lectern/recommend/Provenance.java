package lectern.recommend;

import lectern.data.Interactions;

/**
 * Where a model comes from: with these and the same Lectern, anybody gets the same bits.
 *
 * @param model the model's class
 * @param dataChecksum {@link Interactions#checksum()} of what it was fitted on
 * @param options the options as text
 * @param seed the seed; 0 for a model without chance
 * @param version of the model's method: it rises when the same input gives other bits
 */
public record Provenance(
    String model, String dataChecksum, String options, long seed, int version) {
  /** Of a model of this class; version 1. */
  public static Provenance of(Class<?> model, Interactions data, Record options, long seed) {
    return new Provenance(model.getName(), data.checksum(), options.toString(), seed, 1);
  }
}
