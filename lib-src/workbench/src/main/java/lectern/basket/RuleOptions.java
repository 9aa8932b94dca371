package lectern.basket;

import lectern.display.UserError;

/**
 * Which rules are kept.
 *
 * <pre>{@code RuleOptions.of(0.01).minConfidence(0.3).onlySignificant(true) }</pre>
 *
 * @param sets which sets of items rules are made of
 * @param minConfidence the least confidence, 0 to 1; 0.5 if unsaid
 * @param minLift the least lift, at least 0; 0 (any) if unsaid
 * @param maxConsequent the most items on the right, at least 1; 1 if unsaid
 * @param correction of the p-values for the number of tests; Holm's if unsaid
 * @param level below which an adjusted p-value is significant, between 0 and 1; 0.05 if unsaid
 * @param onlySignificant whether other rules are left out; not if unsaid
 */
public record RuleOptions(
    SetOptions sets,
    double minConfidence,
    double minLift,
    int maxConsequent,
    Correction correction,
    double level,
    boolean onlySignificant) {
  public RuleOptions {
    if (!(minConfidence >= 0 && minConfidence <= 1)) {
      throw new UserError("minConfidence must be from 0 to 1, not " + minConfidence + ".");
    }
    if (!(minLift >= 0)) {
      throw new UserError("minLift must be at least 0, not " + minLift + ": 1 is independence.");
    }
    if (maxConsequent < 1) {
      throw new UserError("maxConsequent must be at least 1, not " + maxConsequent + ".");
    }
    if (!(level > 0 && level < 1)) {
      throw new UserError("level must be between 0 and 1, not " + level + ": 0.05 is usual.");
    }
  }

  /** Rules of sets that at least this share of the baskets hold. */
  public static RuleOptions of(double minSupport) {
    return of(new SetOptions(minSupport));
  }

  /** Rules of these sets. */
  public static RuleOptions of(SetOptions sets) {
    return new RuleOptions(sets, 0.5, 0, 1, Correction.HOLM, 0.05, false);
  }

  public RuleOptions minConfidence(double least) {
    return new RuleOptions(sets, least, minLift, maxConsequent, correction, level, onlySignificant);
  }

  public RuleOptions minLift(double least) {
    return new RuleOptions(
        sets, minConfidence, least, maxConsequent, correction, level, onlySignificant);
  }

  public RuleOptions maxConsequent(int items) {
    return new RuleOptions(sets, minConfidence, minLift, items, correction, level, onlySignificant);
  }

  public RuleOptions correction(Correction other) {
    return new RuleOptions(
        sets, minConfidence, minLift, maxConsequent, other, level, onlySignificant);
  }

  public RuleOptions level(double other) {
    return new RuleOptions(
        sets, minConfidence, minLift, maxConsequent, correction, other, onlySignificant);
  }

  public RuleOptions onlySignificant(boolean yes) {
    return new RuleOptions(sets, minConfidence, minLift, maxConsequent, correction, level, yes);
  }
}
