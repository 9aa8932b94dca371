package lectern.data;

import java.util.List;

/**
 * The usual names of events on a course platform. A log may hold any other name as well; what is
 * computed from names takes them as arguments.
 */
public final class Events {
  public static final String SEARCH = "search";
  public static final String VIEW = "view";
  public static final String CLICK = "click";
  public static final String FAVOURITE = "favourite";
  public static final String SHARE = "share";
  public static final String COMMENT = "comment";
  public static final String SUBSCRIBE = "subscribe";
  public static final String PURCHASE = "purchase";
  public static final String COMPLETION = "completion";
  public static final String RATING = "rating";
  public static final String REFUND = "refund";

  /** All of the above, from the first contact to the last. */
  public static final List<String> ALL =
      List.of(
          SEARCH,
          VIEW,
          CLICK,
          FAVOURITE,
          SHARE,
          COMMENT,
          SUBSCRIBE,
          PURCHASE,
          COMPLETION,
          RATING,
          REFUND);

  private Events() {}
}
