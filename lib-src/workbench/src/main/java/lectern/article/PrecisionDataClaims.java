package lectern.article;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lectern.claim.Claim;
import lectern.clean.Cleaning;
import lectern.clean.MissingValues;
import lectern.clean.Outliers;
import lectern.clean.PlatformNames;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.evaluate.Evaluation;
import lectern.evaluate.PairedComparison;
import lectern.evaluate.Proportion;
import lectern.evaluate.RecallAt;
import lectern.evaluate.Split;
import lectern.feature.FeatureExtraction;
import lectern.feature.UserFeatures;
import lectern.recommend.Exclude;
import lectern.recommend.ItemKnn;
import lectern.recommend.ItemKnnOptions;
import lectern.recommend.Popularity;
import lectern.recommend.Recommender;
import lectern.recommend.Suggestion;
import lectern.simulate.PlatformTruth;
import lectern.simulate.SimulatedPlatform;
import lectern.simulate.Topic;

/**
 * Collecting, cleaning and learning interests, article "precision", 2.2 to 2.5, on simulated
 * platforms.
 */
public final class PrecisionDataClaims implements ClaimSource {
  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("precision").notebook("03-precision/4-the-closed-loop");
    data(list);
    interests(list);
    return list.claims();
  }

  private static void data(ClaimList list) {
    list.add(
            "2.2",
            "removing duplicates, gaps and outliers makes the data accurate",
            "minutes that each of 600 simulated users watched: mean error against the truth in the"
                + " soiled log and after cleaning it",
            (section, statement) -> {
              SimulatedPlatform platform = soiled();
              double[] truth = minutes(platform.cleanLog());
              double before = error(minutes(platform.log()), truth);
              double after = error(minutes(cleaned(platform)), truth);
              return Claim.statement(section, statement)
                  .check(
                      after < before,
                      Remark.of(
                          "mean error of a user's minutes %.1f before, %.1f after: better, not free"
                              + " of errors",
                          before, after));
            })
        .add(
            "2.2",
            "cleaning makes the data consistent",
            "names by which the six places of the simulated platform go, before and after",
            (section, statement) -> {
              SimulatedPlatform platform = soiled();
              int before = platforms(platform.log()).size();
              Set<String> after = platforms(cleaned(platform));
              return Claim.statement(section, statement)
                  .check(
                      after.equals(platforms(platform.cleanLog())),
                      before + " names before, " + after.size() + " after");
            });
  }

  private static SimulatedPlatform soiled() {
    return ArticlePlatform.soiled();
  }

  private static EventLog cleaned(SimulatedPlatform platform) {
    long now = platform.weekStart(platform.options().weeks());
    return Cleaning.of(platform.log())
        .step(PlatformNames.usual())
        .step(new lectern.clean.ExactDuplicates())
        .step(lectern.clean.DoubleFired.within(3))
        .step(lectern.clean.ImpossibleValues.usual(now))
        .step(MissingValues.drop(MissingValues.Field.PLATFORM))
        .step(MissingValues.fillMedian().of(Events.VIEW))
        .step(Outliers.mad(Outliers.Action.CAP).of(Events.VIEW).onLogScale())
        .run()
        .log();
  }

  private static double[] minutes(EventLog log) {
    double[] minutes = new double[log.users().size()];
    for (int row = 0; row < log.size(); row++) {
      if (log.is(row, Events.VIEW) && !Double.isNaN(log.value(row))) {
        minutes[log.user(row)] += log.value(row);
      }
    }
    return minutes;
  }

  private static double error(double[] minutes, double[] truth) {
    double sum = 0;
    for (int u = 0; u < truth.length; u++) {
      sum += Math.abs(minutes[u] - truth[u]);
    }
    return sum / truth.length;
  }

  private static Set<String> platforms(EventLog log) {
    Set<String> names = new TreeSet<>();
    for (int row = 0; row < log.size(); row++) {
      if (log.platform(row) >= 0) {
        names.add(log.platformId(row));
      }
    }
    return names;
  }

  private static void interests(ClaimList list) {
    list.add(
            "2.3",
            "what users look at, buy and take part in shows what they are interested in",
            "interests measured from the log, Σ min(measured, true) over topics: more often higher"
                + " with the user's own true interests than with another's",
            (section, statement) -> {
              Proportion own = ownInterests();
              return Claim.statement(section, statement)
                  .check(own.interval().low() > 0.5, "own interests fit better: " + own);
            })
        .add(
            "2.4",
            "an interest model learnt from behaviour foretells later interest",
            "item neighbours learnt from the views of 8 weeks, Recall@10 on the new courses viewed"
                + " in the next 4, against popularity, paired by user",
            (section, statement) -> {
              SimulatedPlatform platform = ArticlePlatform.usual();
              Split split =
                  Split.byTime(
                      platform.cleanLog().interactions(Events.VIEW), platform.weekStart(8));
              Recommender model = ItemKnn.fit(split.train(), ItemKnnOptions.of(20));
              Recommender popular = Popularity.fit(split.train());
              PairedComparison one =
                  Evaluation.of("simulated platform", split)
                      .metrics(new RecallAt(10))
                      .seed(7)
                      .run(popular, model)
                      .compare("Recall@10", popular.name())
                      .all()
                      .get(0);
              return Claim.statement(section, statement)
                  .check(
                      one.interval().low() > 0,
                      Remark.of(
                          "Recall@10 %+.4f above popularity, interval %.4f to %.4f",
                          one.difference(), one.interval().low(), one.interval().high()));
            })
        .add(
            "2.5",
            "the system picks from the mass of contents those that a user may be interested in",
            "true appeal of ten suggested courses (item neighbours) minus the mean of all courses,"
                + " by user",
            (section, statement) -> {
              Proportion above = appealingLists();
              return Claim.statement(section, statement)
                  .check(
                      above.interval().low() > 0.5, "lists above the average of courses: " + above);
            });
  }

  private static Proportion ownInterests() {
    SimulatedPlatform platform = ArticlePlatform.usual();
    PlatformTruth truth = platform.truth();
    UserFeatures measured =
        FeatureExtraction.of(platform.cleanLog(), platform.weekStart(12))
            .interests("field")
            .features();
    int n = measured.size();
    boolean[] own = new boolean[n];
    for (int row = 0; row < n; row++) {
      int user = platform.cleanLog().users().number(measured.users().id(row));
      int other = platform.cleanLog().users().number(measured.users().id((row + 1) % n));
      own[row] = overlap(measured, row, truth, user) > overlap(measured, row, truth, other);
    }
    return Proportion.of(own);
  }

  private static double overlap(UserFeatures measured, int row, PlatformTruth truth, int user) {
    double[] interests = truth.firstInterests(user);
    double sum = 0;
    for (int column = 0; column < measured.names().size(); column++) {
      String topic = measured.names().get(column).substring("interest: ".length());
      sum += Math.min(measured.matrix().get(row, column), interests[Topic.of(topic).ordinal()]);
    }
    return sum;
  }

  private static Proportion appealingLists() {
    SimulatedPlatform platform = ArticlePlatform.usual();
    PlatformTruth truth = platform.truth();
    var had = platform.cleanLog().interactions(Events.VIEW);
    Recommender model = ItemKnn.fit(had, ItemKnnOptions.of(20));
    boolean[] above = new boolean[had.userCount()];
    for (int u = 0; u < above.length; u++) {
      double[] appeals = truth.appeals(u);
      double all = 0;
      for (double appeal : appeals) {
        all += appeal / appeals.length;
      }
      double listed = 0;
      for (Suggestion one : model.top(u, 10, Exclude.seen(had))) {
        listed += appeals[one.item()] / 10;
      }
      above[u] = listed > all;
    }
    return Proportion.of(above);
  }
}
