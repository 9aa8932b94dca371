package lectern.article;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import lectern.claim.Checked;
import lectern.claim.Claim;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.evaluate.PairedComparison;
import lectern.simulate.PlatformState;

/** What "omnichannel" says of user needs: 2.1, 2.3 and 3.1, tried on the simulated platform. */
public final class OmnichannelNeeds implements ClaimSource {
  private static final List<Double> PENALTIES = List.of(0.1, 1.0, 10.0, 30.0, 100.0);

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("omnichannel").notebook("01-omnichannel/2-choosing-and-judging");
    principles(list);
    steps(list);
    models(list);
    return list.claims();
  }

  private static void principles(ClaimList list) {
    list.add(
            "2.1",
            "data shared across channels tell users' needs more precisely",
            "log loss of the needs of WeChat's users, foretold from all platforms' events and from"
                + " WeChat's alone",
            (section, statement) -> {
              EventLog all = NeedsTrials.log();
              NeedsTrials.Known one =
                  NeedsTrials.behaviour(all.where(row -> all.platformId(row).equals("wechat")));
              NeedsTrials.Known shared =
                  asOf -> NeedsTrials.behaviour().at(asOf).forUsers(one.at(asOf).users().ids());
              var learner = NeedsTrials.classifier(10);
              var withAll = NeedsTrials.gain(shared, learner);
              var withOne = NeedsTrials.gain(one, learner);
              PairedComparison more = PlatformTrials.compare(withAll.gains(), withOne.gains());
              return Claim.statement(section, statement)
                  .check(
                      PlatformTrials.rises(more),
                      "gain over the base rates from all "
                          + withAll.words()
                          + ", from WeChat alone "
                          + withOne.words());
            })
        .add(
            "2.3",
            "recommendation raises users' satisfaction",
            "true satisfaction after six weeks with lists of similar users, and without lists",
            (section, statement) ->
                rises(
                    section,
                    statement,
                    "satisfaction",
                    PlatformTrials.satisfaction(PlatformTrials.personal()),
                    PlatformTrials.satisfaction(PlatformTrials.nothing())))
        .add(
            "2.3",
            "recommendation raises the efficiency of getting knowledge",
            "courses completed in six weeks per day on which a user came, with lists of similar"
                + " users and without lists",
            (section, statement) ->
                rises(
                    section,
                    statement,
                    "completions a day",
                    perDay(PlatformTrials.personal()),
                    perDay(PlatformTrials.nothing())));
  }

  static Checked rises(
      String section, String statement, String what, double[] with, double[] without) {
    return Claim.statement(section, statement)
        .check(
            PlatformTrials.rises(PlatformTrials.compare(with, without)),
            PlatformTrials.words(what, with, without));
  }

  private static double[] perDay(PlatformState state) {
    double[] completed = PlatformTrials.counted(state, Events.COMPLETION);
    double[] days = PlatformTrials.activeDays(state);
    for (int u = 0; u < days.length; u++) {
      completed[u] /= Math.max(1, days[u]);
    }
    return completed;
  }

  private static void steps(ClaimList list) {
    list.add(
            "3.1",
            "cleaning removes noise and outliers",
            "each user's minutes of viewing in a simulated log with known dirt, before and after"
                + " cleaning, against the truth",
            (section, statement) ->
                Claim.statement(section, statement)
                    .check(
                        CleaningTrials.minutesOff(CleaningTrials.report().log())
                            < CleaningTrials.minutesOff(CleaningTrials.platform().log()),
                        CleaningTrials.minutesInWords()))
        .add(
            "3.1",
            "age, gender and occupation are taken from data of behaviour",
            "whether the columns of a log of behaviour hold them",
            (section, statement) -> {
              List<String> columns = NeedsTrials.log().table().columnNames();
              boolean there =
                  List.of("age", "gender", "occupation").stream().allMatch(columns::contains);
              return Claim.statement(section, statement)
                  .check(there, "behaviour has " + columns + "; they come from elsewhere");
            })
        .add(
            "3.1",
            "age, gender and occupation are key features of what users need",
            "log loss of a logistic regression on them alone, less than that of the base rates,"
                + " four weeks later",
            (section, statement) -> {
              var found = NeedsTrials.gain(NeedsTrials.demographics(), NeedsTrials.classifier(10));
              var behaviour = NeedsTrials.gain(NeedsTrials.behaviour(), NeedsTrials.classifier(10));
              return Claim.statement(section, statement)
                  .check(
                      found.isThere(),
                      "gain " + found.words() + "; from behaviour alone " + behaviour.words());
            });
  }

  private static void models(ClaimList list) {
    list.add(
            "3.1",
            "classification foretells what users need",
            "who buys in each of eight topics within 28 days: log loss of a logistic regression on"
                + " behaviour, less than that of the base rates, four weeks later",
            (section, statement) -> {
              var found = NeedsTrials.gain(NeedsTrials.behaviour(), NeedsTrials.classifier(1));
              return Claim.statement(section, statement)
                  .check(found.isThere(), "gain a user and topic " + found.words());
            })
        .add(
            "3.1",
            "clustering foretells what users need",
            "the same with K-means, 8 clusters, and the rate of each",
            (section, statement) -> {
              var found =
                  NeedsTrials.gain(
                      NeedsTrials.behaviour(),
                      NeedsTrials.clusters(
                          NeedsTrials.behaviour().at(NeedsTrials.week(NeedsTrials.LEARN)), 8));
              return Claim.statement(section, statement)
                  .check(found.isThere(), "gain a user and topic " + found.words());
            })
        .add(
            "3.1",
            "judging the predictions and adjusting improves them",
            "the penalty that did best in weeks 8 to 16, against the usual one, in weeks 16 to 20",
            (section, statement) -> {
              var known = NeedsTrials.behaviour();
              double chosen =
                  PENALTIES.stream()
                      .max(
                          Comparator.comparingDouble(
                              penalty ->
                                  NeedsTrials.gain(known, NeedsTrials.classifier(penalty), 8, 12)
                                      .mean()))
                      .orElseThrow();
              var adjusted = NeedsTrials.gain(known, NeedsTrials.classifier(chosen));
              var usual = NeedsTrials.gain(known, NeedsTrials.classifier(1));
              return Claim.statement(section, statement)
                  .check(
                      PlatformTrials.rises(PlatformTrials.compare(adjusted.gains(), usual.gains())),
                      String.format(
                          Locale.ROOT,
                          "gain with penalty %.1f %s, with 1 %s",
                          chosen,
                          adjusted.words(),
                          usual.words()));
            });
  }
}
