package lectern.simulate;

import java.util.Objects;
import lectern.display.UserError;

/**
 * A themed message to many users in one week, with or without a coupon.
 *
 * <p>Everybody who is there in that week may be chosen. Who is treated is drawn by the {@link
 * Assignment}; the others are the comparison group. Its known effects: {@link CampaignTruth}.
 *
 * @param name its name, different from other campaigns'
 * @param week the week in which it runs, from 0
 * @param channel how the message is sent
 * @param theme the topic of the courses it speaks of
 * @param discount the part of the price that its coupon takes off, at least 0, below 1
 * @param treatedShare the share of the users who get it, above 0, below 1
 * @param assignment how they are chosen
 */
public record Campaign(
    String name,
    int week,
    Channel channel,
    Topic theme,
    double discount,
    double treatedShare,
    Assignment assignment) {

  /** How the treated are chosen. */
  public enum Assignment {
    /** By a fair draw with the treated share: treated and others differ by chance alone. */
    RANDOMISED,
    /**
     * Keen and active users first, as marketers do: a plain comparison then overstates the effect.
     */
    CONFOUNDED
  }

  public Campaign {
    if (name.isBlank()) {
      throw new UserError("A campaign needs a name: give it one, such as \"spring\".");
    }
    if (week < 0) {
      throw new UserError("week must be at least 0, not " + week + " (campaign \"" + name + "\").");
    }
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(theme, "theme");
    Objects.requireNonNull(assignment, "assignment");
    Contact.checkDiscount(discount);
    if (!(treatedShare > 0 && treatedShare < 1)) {
      throw new UserError(
          "treatedShare must be between 0 and 1, not "
              + treatedShare
              + ": without both treated users and others there is nothing to compare.");
    }
  }

  /** A fair draw of half of the users, without a coupon. */
  public static Campaign of(String name, int week, Channel channel, Topic theme) {
    return new Campaign(name, week, channel, theme, 0, 0.5, Assignment.RANDOMISED);
  }

  public Campaign discount(double share) {
    return new Campaign(name, week, channel, theme, share, treatedShare, assignment);
  }

  public Campaign treatedShare(double share) {
    return new Campaign(name, week, channel, theme, discount, share, assignment);
  }

  public Campaign assignment(Assignment how) {
    return new Campaign(name, week, channel, theme, discount, treatedShare, how);
  }

  Contact contact() {
    return new Contact(channel, theme, discount);
  }
}
