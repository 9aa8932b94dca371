package lectern.article;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lectern.claim.Claim;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.data.Interactions;
import lectern.evaluate.ColdInDomain;
import lectern.evaluate.Evaluation;
import lectern.evaluate.PairedComparison;
import lectern.evaluate.Proportion;
import lectern.evaluate.RecallAt;
import lectern.evaluate.Results;
import lectern.evaluate.Split;
import lectern.evaluate.UnlinkedDomains;
import lectern.recommend.CrossDomain;
import lectern.recommend.Recommender;
import lectern.recommend.UserKnn;
import lectern.simulate.PlatformTruth;
import lectern.simulate.Segment;
import lectern.simulate.SimulatedPlatform;
import lectern.simulate.Topic;

/**
 * Contents of other fields for users who are known from elsewhere: the article "crossover", 3 and
 * 9.3, on a simulated platform. A user is made cold in a field: all views there are tested.
 */
public final class CrossoverTransferClaims implements ClaimSource {
  private static final int K = 5;
  private static final String RECALL = "Recall@" + K;

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("crossover").notebook("05-crossover/1-cross-domain");
    transfer(list);
    challenges(list);
    return list.claims();
  }

  private static Interactions views() {
    return ArticlePlatform.usual().cleanLog().interactions(Events.VIEW);
  }

  private static List<String> coursesOf(Topic field) {
    EventLog log = ArticlePlatform.usual().cleanLog();
    List<String> ids = log.courseAttributes().stringColumn("course").asList();
    List<String> fields = log.courseAttributes().stringColumn("field").asList();
    return IntStream.range(0, ids.size())
        .filter(i -> fields.get(i).equals(field.id()))
        .mapToObj(ids::get)
        .toList();
  }

  /** Neighbours by what users looked at elsewhere, against the popularity of the field. */
  private static Results results(Interactions views, Topic field) {
    List<String> target = coursesOf(field);
    Split split = ColdInDomain.of(views, target, 0.3, 7);
    Recommender[] models = new Recommender[2];
    models[0] = fit(split, target, CrossDomain.Method.NO_TRANSFER);
    models[1] = fit(split, target, CrossDomain.Method.NEIGHBOURS);
    return Evaluation.of("simulated platform", split).metrics(new RecallAt(K)).seed(7).run(models);
  }

  private static Recommender fit(Split split, List<String> target, CrossDomain.Method method) {
    return CrossDomain.fit(split.train(), target, new CrossDomain.Options(method), 7);
  }

  private static PairedComparison gain(Results results) {
    return results.compare(RECALL, results.models().get(0)).all().get(0);
  }

  private static String text(PairedComparison one) {
    return Remark.of(
        "%+.4f (%.4f to %.4f)", one.difference(), one.interval().low(), one.interval().high());
  }

  private static void transfer(ClaimList list) {
    list.add(
            "3.1",
            "a portrait from behaviour shows what else a user is interested in",
            "true interests of the 10 nearest by views in other fields than programming: their"
                + " interest in programming is nearer to the user's than that of the mean user",
            (section, statement) -> {
              Proportion nearer = nearerInterest();
              return Claim.statement(section, statement)
                  .check(nearer.interval().low() > 0.5, "nearer for " + nearer);
            })
        .add(
            "3.2",
            "collaborative filtering on portraits recommends contents of other fields",
            "users cold in design courses: Recall@5 by neighbours in the other fields, against the"
                + " popularity of design courses, paired by user",
            (section, statement) -> {
              PairedComparison linked = gain(results(views(), Topic.DESIGN));
              Interactions cut = UnlinkedDomains.of(views(), coursesOf(Topic.DESIGN), 7);
              PairedComparison unlinked = gain(results(cut, Topic.DESIGN));
              return Claim.statement(section, statement)
                  .check(
                      linked.interval().low() > 0,
                      RECALL
                          + " "
                          + text(linked)
                          + "; with the link between fields cut "
                          + text(unlinked));
            });
  }

  private static Proportion nearerInterest() {
    SimulatedPlatform platform = ArticlePlatform.usual();
    PlatformTruth truth = platform.truth();
    int topic = Topic.PROGRAMMING.ordinal();
    List<String> target = coursesOf(Topic.PROGRAMMING);
    Interactions views = views();
    boolean[] elsewhere = new boolean[views.size()];
    for (int cell = 0; cell < elsewhere.length; cell++) {
      elsewhere[cell] = !target.contains(views.items().id(views.item(cell)));
    }
    var model = UserKnn.fit(views.keep(elsewhere), new UserKnn.Options(10));
    int n = views.userCount();
    double mean = 0;
    for (int u = 0; u < n; u++) {
      mean += truth.firstInterests(u)[topic] / n;
    }
    List<Boolean> nearer = new ArrayList<>();
    for (int u = 0; u < n; u++) {
      var near = model.neighbours(u);
      if (!near.isEmpty()) {
        double guess = 0;
        for (var one : near) {
          guess += truth.firstInterests(one.user())[topic] / near.size();
        }
        double own = truth.firstInterests(u)[topic];
        nearer.add(Math.abs(guess - own) < Math.abs(mean - own));
      }
    }
    return new Proportion(nearer.stream().filter(yes -> yes).count(), nearer.size());
  }

  private static void challenges(ClaimList list) {
    list.add(
            "9.3",
            "the data of crossover marketing give away private things",
            "users of a simulated platform half of whose views are of parenting courses: are they"
                + " parents (a true segment) more often than not?",
            (section, statement) -> {
              Proportion parents = givenAway();
              return Claim.statement(section, statement)
                  .check(parents.interval().low() > 0.5, "parents: " + parents);
            })
        .add(
            "9.3",
            "the method may treat some groups of users unfairly",
            "users cold in design courses: Recall@5 by neighbours, gap between the best and the"
                + " worst served true segment, beside users dealt to segments by chance",
            (section, statement) -> {
              Results results = results(views(), Topic.DESIGN);
              var index = ArticlePlatform.usual().cleanLog().users();
              PlatformTruth truth = ArticlePlatform.usual().truth();
              List<String> groups =
                  results.users().stream().map(id -> truth.segment(index.number(id)).id()).toList();
              ShuffledGroups gap =
                  ShuffledGroups.of(results.perUser(results.models().get(1), RECALL), groups, 7);
              return Claim.statement(section, statement).check(gap.isShown(), gap.toString());
            })
        .add(
            "9.3",
            "fields differ, which makes crossing them hard",
            "the same gain of Recall@5 for each of the eight fields: there is a field for which no"
                + " gain is shown",
            (section, statement) -> {
              List<String> gains = new ArrayList<>();
              boolean hard = false;
              for (Topic field : Topic.values()) {
                PairedComparison one = gain(results(views(), field));
                gains.add(field.id() + " " + text(one));
                hard |= one.interval().low() <= 0;
              }
              return Claim.statement(section, statement).check(hard, String.join(", ", gains));
            });
  }

  private static Proportion givenAway() {
    SimulatedPlatform platform = ArticlePlatform.usual();
    EventLog log = platform.cleanLog();
    List<String> parenting = coursesOf(Topic.PARENTING);
    int[] there = new int[log.users().size()];
    int[] all = new int[there.length];
    for (int row = 0; row < log.size(); row++) {
      if (log.is(row, Events.VIEW)) {
        all[log.user(row)]++;
        there[log.user(row)] += parenting.contains(log.courseId(row)) ? 1 : 0;
      }
    }
    long parents = 0;
    long found = 0;
    for (int u = 0; u < all.length; u++) {
      if (all[u] > 0 && 2 * there[u] >= all[u]) {
        found++;
        parents += platform.truth().segment(u) == Segment.PARENTS ? 1 : 0;
      }
    }
    return new Proportion(parents, found);
  }
}
