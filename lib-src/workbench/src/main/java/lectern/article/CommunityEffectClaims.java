package lectern.article;

import java.util.ArrayList;
import java.util.List;
import lectern.claim.Claim;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.evaluate.UnpairedComparison;
import lectern.feature.FeatureExtraction;
import lectern.market.EffectReport;
import lectern.market.LoopRun;
import lectern.simulate.CampaignTruth;
import lectern.simulate.SimulatedPlatform;
import lectern.simulate.Topic;
import tech.tablesaw.api.Row;

/**
 * How the effect of community marketing is judged, article "community", 9, on a simulated platform.
 */
public final class CommunityEffectClaims implements ClaimSource {
  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("community").notebook("04-community/2-community-activity");
    effects(list);
    return list.claims();
  }

  private static void effects(ClaimList list) {
    list.add(
            "9",
            "marketing suits products better whose users have a clear need",
            "known effect of a simulated campaign on users with more than 0.3 of their looks in its"
                + " theme before, beside users with less than 0.1",
            (section, statement) -> {
              double[] effects = byNeed();
              return Claim.statement(section, statement)
                  .check(
                      effects[0] > effects[1],
                      Remark.of(
                          "%.4f purchases a message with a clear need, %.4f without",
                          effects[0], effects[1]));
            })
        .add(
            "9",
            "participation, retention, click rate and sales tell the effect",
            "the four measures of a simulated campaign by SMS with a coupon, treated minus control",
            (section, statement) -> {
              SimulatedPlatform platform = ArticlePlatform.usual();
              CampaignTruth truth = platform.campaign("english coupon");
              EffectReport report = report(platform, truth);
              List<String> values = new ArrayList<>();
              for (String measure : EffectReport.MEASURES) {
                UnpairedComparison one = report.of(measure);
                values.add(
                    Remark.of(
                        "%s %+.4f (%.4f to %.4f)",
                        measure, one.difference(), one.interval().low(), one.interval().high()));
              }
              return Claim.withoutNumber(section, statement)
                  .check(
                      values,
                      Remark.of(
                          "The truth: %+.4f purchases and %+.4f in money a user",
                          truth.averageEffect(), truth.averageRevenueEffect()));
            })
        .add(
            "9",
            "continued analysis and feedback improve the effect",
            "purchases in 10 weeks of a simulated platform under lists learnt anew each week,"
                + " against lists learnt once before",
            (section, statement) -> {
              SeedDifferences more =
                  SeedDifferences.over(
                      5,
                      seed -> {
                        LoopRun anew = ArticleLoop.run(ArticleLoop.NEIGHBOURS, seed);
                        LoopRun once = ArticleLoop.run(ArticleLoop.NEIGHBOURS_ONCE, seed);
                        return ArticleLoop.count(anew, Events.PURCHASE)
                            - ArticleLoop.count(once, Events.PURCHASE);
                      });
              return Claim.statement(section, statement)
                  .check(more.isAbove0(), "purchases of 300 users " + more);
            });
  }

  private static double[] byNeed() {
    SimulatedPlatform platform = ArticlePlatform.usual();
    CampaignTruth truth = platform.campaign("data month");
    long begin = platform.weekStart(truth.campaign().week());
    EventLog before = platform.cleanLog().between(0, begin);
    var features = FeatureExtraction.of(before, begin).interests("field").features();
    double[] looks = features.column("interest: " + Topic.DATA.id());
    double[] sums = new double[2];
    int[] counts = new int[2];
    for (int user : truth.users()) {
      int row = features.users().number(before.users().id(user));
      if (row >= 0 && (looks[row] > 0.3 || looks[row] < 0.1)) {
        int group = looks[row] > 0.3 ? 0 : 1;
        sums[group] += truth.expectedEffect(user);
        counts[group]++;
      }
    }
    return new double[] {sums[0] / counts[0], sums[1] / counts[1]};
  }

  private static EffectReport report(SimulatedPlatform platform, CampaignTruth truth) {
    List<String> treated = new ArrayList<>();
    List<String> control = new ArrayList<>();
    for (Row row : platform.contacts()) {
      if (row.getString("campaign").equals(truth.campaign().name())) {
        (row.getBoolean("treated") ? treated : control).add(row.getString("user"));
      }
    }
    int week = truth.campaign().week();
    return EffectReport.of(
        platform.cleanLog(),
        treated,
        control,
        platform.weekStart(week),
        platform.weekStart(week + 1),
        new EffectReport.Options(),
        7);
  }
}
