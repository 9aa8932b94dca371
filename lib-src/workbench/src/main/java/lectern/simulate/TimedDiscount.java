package lectern.simulate;

import java.util.Objects;
import lectern.display.UserError;

/**
 * A price cut for everybody that lasts one week.
 *
 * @param week the week in which it holds, from 0
 * @param theme the topic whose courses are cheaper
 * @param discount the part of the price that it takes off, at least 0, below 1
 */
public record TimedDiscount(int week, Topic theme, double discount) {
  public TimedDiscount {
    if (week < 0) {
      throw new UserError("week must be at least 0, not " + week + ".");
    }
    Objects.requireNonNull(theme, "theme");
    Contact.checkDiscount(discount);
  }
}
