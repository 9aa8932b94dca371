package lectern.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lectern.display.UserError;

/**
 * What a policy does in one week: suggestions, messages and coupons for single users, and price
 * cuts for everybody. Users and courses by their numbers in the {@link lectern.data.EventLog}.
 *
 * <pre>{@code
 * var week = state.week(new Actions()
 *     .suggest(user, 3, 17, 5)
 *     .contact(user, new Contact(Channel.WECHAT, Topic.DATA))
 *     .coupon(user, 0.2));
 * }</pre>
 *
 * <p>A later list or coupon for the same user replaces the earlier one; messages add up.
 */
public final class Actions {
  /** At most so many suggestions are looked at. */
  public static final int LONGEST_LIST = 10;

  /** What is done to one user. */
  record ForUser(int[] suggested, List<Contact> contacts, double coupon) {
    static final ForUser NOTHING = new ForUser(new int[0], List.of(), 0);

    ForUser with(Contact contact) {
      List<Contact> all = new ArrayList<>(contacts);
      all.add(contact);
      return new ForUser(suggested, List.copyOf(all), coupon);
    }
  }

  private final Map<Integer, ForUser> byUser = new TreeMap<>();
  private final List<TimedDiscount> discounts = new ArrayList<>();

  /** The list of a user for all his sessions of the week, best first; the first 10 count. */
  public Actions suggest(int user, int... courses) {
    ForUser now = of(user);
    if (java.util.Arrays.stream(courses).distinct().count() < courses.length) {
      throw new UserError("A course stands twice in the list of user number " + user + ".");
    }
    byUser.put(user, new ForUser(courses.clone(), now.contacts(), now.coupon()));
    return this;
  }

  /** One more message to a user. */
  public Actions contact(int user, Contact contact) {
    byUser.put(user, of(user).with(contact));
    return this;
  }

  /** A part of the price off whatever the user buys this week. */
  public Actions coupon(int user, double discount) {
    ForUser now = of(user);
    byUser.put(user, new ForUser(now.suggested(), now.contacts(), Contact.checkDiscount(discount)));
    return this;
  }

  /** A part of the price of all courses of a topic off for everybody, this week. */
  public Actions discount(Topic theme, double discount) {
    discounts.add(new TimedDiscount(0, theme, discount));
    return this;
  }

  /** How many messages there are. */
  public int contacts() {
    return byUser.values().stream().mapToInt(a -> a.contacts().size()).sum();
  }

  ForUser of(int user) {
    return byUser.getOrDefault(user, ForUser.NOTHING);
  }

  List<TimedDiscount> discounts() {
    return discounts;
  }

  /** Refuses users and courses that there are not. */
  void check(int users, int courses) {
    byUser.forEach(
        (user, actions) -> {
          if (user < 0 || user >= users) {
            throw new UserError(
                "There is no user number " + user + ": numbers go from 0 to " + (users - 1) + ".");
          }
          for (int course : actions.suggested()) {
            if (course < 0 || course >= courses) {
              throw new UserError(
                  "There is no course number "
                      + course
                      + ": numbers go from 0 to "
                      + (courses - 1)
                      + ".");
            }
          }
        });
  }
}
