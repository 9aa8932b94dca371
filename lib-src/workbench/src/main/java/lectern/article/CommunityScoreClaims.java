package lectern.article;

import java.util.Arrays;
import java.util.List;
import lectern.claim.Claim;
import lectern.data.EventLog;
import lectern.evaluate.Interval;
import lectern.market.Engagement;
import lectern.market.EngagementParts;
import lectern.market.Outcomes;
import lectern.math.RankCorrelation;
import lectern.simulate.CampaignTruth;
import lectern.simulate.SimulatedPlatform;

/** What the article "community", 4.3, says its scores are good for, on a simulated platform. */
public final class CommunityScoreClaims implements ClaimSource {
  @Override
  public List<ArticleClaim> claims() {
    return ClaimList.of("community")
        .notebook("04-community/1-portraits-and-engagement")
        .add(
            "4.3",
            "the score U tells how engaged users are",
            "rank correlation of U after 6 weeks of a simulated platform, its three parts measured"
                + " from events, with the days on which each user came in the next 4: above 0 by"
                + " its interval (Fisher's z)",
            (section, statement) -> {
              SimulatedPlatform platform = ArticlePlatform.usual();
              EngagementParts parts = parts(platform, 6);
              double[] later =
                  Outcomes.activeDays(
                      platform.cleanLog(),
                      parts.users(),
                      platform.weekStart(6),
                      platform.weekStart(10));
              double[] before =
                  Outcomes.activeDays(
                      platform.cleanLog(),
                      parts.users(),
                      platform.weekStart(2),
                      platform.weekStart(6));
              double r = RankCorrelation.spearman(scores(parts), later);
              return Claim.statement(section, statement)
                  .check(
                      interval(r, later.length).low() > 0,
                      Remark.of(
                          "correlation %.3f; by nothing but the days of the 4 weeks before %.3f",
                          r, RankCorrelation.spearman(before, later)));
            })
        .add(
            "4.3",
            "knowing U improves marketing: sales rise",
            "known effect of a simulated campaign on the half of users with the higher U before it,"
                + " beside the mean effect on all",
            (section, statement) -> {
              SimulatedPlatform platform = ArticlePlatform.usual();
              CampaignTruth truth = platform.campaign("health letter");
              EngagementParts parts = parts(platform, truth.campaign().week());
              double[] u = scores(parts);
              double middle = Arrays.stream(u).sorted().toArray()[u.length / 2];
              double[] sums = new double[4];
              EventLog log = platform.cleanLog();
              for (int user : truth.users()) {
                int row = parts.users().number(log.users().id(user));
                sums[2] += truth.expectedEffect(user);
                sums[3]++;
                if (row >= 0 && u[row] >= middle) {
                  sums[0] += truth.expectedEffect(user);
                  sums[1]++;
                }
              }
              return Claim.statement(section, statement)
                  .check(
                      sums[0] / sums[1] > sums[2] / sums[3],
                      Remark.of(
                          "%+.4f purchases a message to the more engaged, %+.4f to all",
                          sums[0] / sums[1], sums[2] / sums[3]));
            })
        .claims();
  }

  private static EngagementParts parts(SimulatedPlatform platform, int weeks) {
    return EngagementParts.of(
        platform.cleanLog(), platform.weekStart(weeks), new EngagementParts.Options());
  }

  private static double[] scores(EngagementParts parts) {
    return Engagement.asPrinted().scores(parts.matrix());
  }

  /** 95 %: z = artanh r ± 1.96 / √(n − 3), brought back. */
  private static Interval interval(double r, int n) {
    double z = 0.5 * StrictMath.log((1 + r) / (1 - r));
    double half = 1.96 / Math.sqrt(n - 3);
    return new Interval(StrictMath.tanh(z - half), StrictMath.tanh(z + half), 0.95);
  }
}
