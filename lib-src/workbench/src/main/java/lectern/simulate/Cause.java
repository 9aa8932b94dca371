package lectern.simulate;

import java.util.Locale;

/** Why an event happened: what the platform's owner would like to know and never does. */
public enum Cause {
  /** The user came across the course while browsing. */
  BROWSED,
  /** The user searched for its topic. */
  SEARCHED,
  /** It stood in the list of suggestions. */
  SUGGESTED,
  /** A message made the user come: without it, none of this. */
  MESSAGE,
  /** It was bought because of a coupon: at the price without it, it would not have been. */
  COUPON,
  /**
   * It was bought because of a time-limited discount: at the full price, it would not have been.
   */
  DISCOUNT,
  /** It follows from an earlier purchase: completion, rating, refund. */
  FOLLOWED;

  /** As it stands in tables, such as {@code "browsed"}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
