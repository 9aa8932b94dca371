package lectern.simulate;

import java.util.Objects;
import lectern.display.UserError;

/**
 * One message to one user: a channel, the topic it speaks of, and the coupon in it.
 *
 * @param channel how it is sent
 * @param theme the topic of the courses it speaks of
 * @param discount the part of the price that its coupon takes off a course of the theme, at least
 *     0, below 1; 0 for no coupon
 */
public record Contact(Channel channel, Topic theme, double discount) {
  public Contact {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(theme, "theme");
    checkDiscount(discount);
  }

  /** A message without a coupon. */
  public Contact(Channel channel, Topic theme) {
    this(channel, theme, 0);
  }

  static double checkDiscount(double discount) {
    if (!(discount >= 0 && discount < 1)) {
      throw new UserError(
          "discount must be at least 0 and below 1, not " + discount + ": 0.2 is 20 % off.");
    }
    return discount;
  }
}
