package lectern.simulate;

import lectern.display.UserError;

/**
 * How dirty the log is that the analyst sees. Every share is of the clean events of its kind, from
 * 0 to 0.2; what was done where stands in {@link DirtLog}.
 *
 * @param duplicates rows that stand twice, alike in everything
 * @param doubleFired events that were sent again one to three seconds later
 * @param missing rows that lost their time, their value (where they had one) or their platform
 * @param wrongUnits views whose minutes were written as seconds
 * @param impossible rows with a value that cannot be: minutes, prices or shares below 0, seven
 *     stars, a time before there was a platform
 * @param outliers views of 10 to 40 times their length, as when a tab was left open
 * @param labels rows whose platform is named in another way or a wrong encoding, such as {@code 微信}
 *     or {@code å¾®ä¿¡} for {@code wechat}
 * @param attributes users whose age is missing or impossible, or whose city tier is missing
 */
public record Dirt(
    double duplicates,
    double doubleFired,
    double missing,
    double wrongUnits,
    double impossible,
    double outliers,
    double labels,
    double attributes) {

  public Dirt {
    check("duplicates", duplicates);
    check("doubleFired", doubleFired);
    check("missing", missing);
    check("wrongUnits", wrongUnits);
    check("impossible", impossible);
    check("outliers", outliers);
    check("labels", labels);
    check("attributes", attributes);
  }

  private static void check(String name, double share) {
    if (!(share >= 0 && share <= 0.2)) {
      throw new UserError(name + " must be a share between 0 and 0.2, not " + share + ".");
    }
  }

  /** A clean log. */
  public static Dirt none() {
    return all(0);
  }

  /** Between 0.5 % and 5 % of each kind. */
  public static Dirt usual() {
    return new Dirt(0.02, 0.015, 0.02, 0.03, 0.005, 0.01, 0.05, 0.05);
  }

  /** The same share of each kind. */
  public static Dirt all(double share) {
    return new Dirt(share, share, share, share, share, share, share, share);
  }

  /** True when nothing is done. */
  public boolean isNone() {
    return equals(none());
  }
}
