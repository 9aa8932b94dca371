package lectern.simulate;

import java.util.Locale;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a campaign did to each user, known because everybody's week was run both ways with the same
 * chance: purchases in the campaign's week with and without the message.
 *
 * <p>The realised effect is their difference, a whole number. The expected effect is its mean over
 * the chance of the message, given what the user would have bought without it: p − q y⁰, p and q as
 * on the package page. Below 0 for people whom messages annoy.
 */
public final class CampaignTruth implements Displayable {
  private final World world;
  private final Trial trial;

  CampaignTruth(World world, Trial trial) {
    this.world = world;
    this.trial = trial;
  }

  public Campaign campaign() {
    return trial.campaign;
  }

  /** The numbers of the users who were there, rising. */
  public int[] users() {
    return trial.users.clone();
  }

  /** Mean realised effect over all users who were there: what came to be of these people. */
  public double averageEffect() {
    double sum = 0;
    for (int i = 0; i < trial.users.length; i++) {
      sum += trial.with[i] - trial.without[i];
    }
    return sum / trial.users.length;
  }

  /** Mean expected effect over all users who were there. */
  public double averageExpectedEffect() {
    double sum = 0;
    for (double expected : trial.expected) {
      sum += expected;
    }
    return sum / trial.expected.length;
  }

  /** Mean realised effect on what was paid. */
  public double averageRevenueEffect() {
    double sum = 0;
    for (int i = 0; i < trial.users.length; i++) {
      sum += trial.paidWith[i] - trial.paidWithout[i];
    }
    return sum / trial.users.length;
  }

  /** Expected effect on a user's purchases; NaN for one who was not there. */
  public double expectedEffect(int user) {
    return place(user) < 0 ? Double.NaN : trial.expected[place(user)];
  }

  /** Realised effect on a user's purchases; NaN for one who was not there. */
  public double realisedEffect(int user) {
    int i = place(user);
    return i < 0 ? Double.NaN : trial.with[i] - trial.without[i];
  }

  /** The chance with which the user was treated; NaN for one who was not there. */
  public double treatmentChance(int user) {
    return place(user) < 0 ? Double.NaN : trial.chance[place(user)];
  }

  private int place(int user) {
    if (user < 0 || user >= trial.placeOf.length) {
      throw new UserError(
          "There is no user number "
              + user
              + ": numbers go from 0 to "
              + (trial.placeOf.length - 1)
              + ".");
    }
    return trial.placeOf[user];
  }

  /** One row for each user who was there. */
  public Table table() {
    StringColumn user = StringColumn.create("user");
    IntColumn realised = IntColumn.create("realised effect");
    for (int i = 0; i < trial.users.length; i++) {
      user.append(world.userIds.id(trial.users[i]));
      realised.append(trial.with[i] - trial.without[i]);
    }
    return Table.create(
        trial.campaign.name(),
        user,
        BooleanColumn.create("treated", trial.treated),
        DoubleColumn.create("chance of treatment", trial.chance),
        IntColumn.create("purchases without", trial.without),
        IntColumn.create("purchases with", trial.with),
        realised,
        DoubleColumn.create("expected effect", trial.expected),
        DoubleColumn.create("paid without", trial.paidWithout),
        DoubleColumn.create("paid with", trial.paidWith));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "campaign \"%s\" in week %d: %+.4f purchases a user on average, %,d users",
        trial.campaign.name(),
        trial.campaign.week(),
        averageEffect(),
        trial.users.length);
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
