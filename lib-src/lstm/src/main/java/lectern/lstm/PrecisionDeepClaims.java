package lectern.lstm;

import java.util.List;
import java.util.Locale;
import lectern.article.ArticleClaim;
import lectern.article.ClaimList;
import lectern.article.ClaimSource;
import lectern.claim.Claim;
import lectern.data.Events;
import lectern.data.Interactions;
import lectern.data.InteractionsBuilder;
import lectern.display.Progress;
import lectern.evaluate.Evaluation;
import lectern.evaluate.PairedComparison;
import lectern.evaluate.RecallAt;
import lectern.evaluate.Split;
import lectern.math.RandomStream;
import lectern.recommend.ItemKnn;
import lectern.recommend.ItemKnnOptions;
import lectern.recommend.Recommender;
import lectern.simulate.SimulatedPlatform;
import lectern.simulate.Simulation;
import lectern.simulate.SimulationOptions;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * The claims of the article "precision" that take a network: 3.3.1 and the program of 5.2. Numbers
 * are rounded to what does not depend on the machine's native libraries.
 */
public final class PrecisionDeepClaims implements ClaimSource {
  private static final int ITEMS = 8;

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("precision").notebook("03-precision/2-sequence-lstm");
    features(list);
    program(list);
    return list.claims();
  }

  private static void features(ClaimList list) {
    list.add(
            "3.3.1",
            "a network finds features of higher order by itself",
            "made-up sequences whose next course is the sum of the last two: share of 64 pairs"
                + " after which the LSTM names the right course, above 0.9; a single course tells"
                + " nothing",
            (section, statement) -> {
              LstmRecommender model =
                  LstmRecommender.fit(
                      sums(),
                      LstmOptions.of(48)
                          .embedding(16)
                          .batch(32)
                          .epochs(30)
                          .learningRate(0.01)
                          .dropoutIn(0)
                          .dropoutOut(0)
                          .patience(0),
                      7);
              int right = 0;
              int pairs = 0;
              for (int a = 0; a < ITEMS; a++) {
                for (int b = 0; b < ITEMS; b++) {
                  if (different(a, b)) {
                    pairs++;
                    right += model.top(new int[] {a, b}, 1).get(0).item() == sum(a, b) ? 1 : 0;
                  }
                }
              }
              return Claim.statement(section, statement).check(right > 0.9 * pairs);
            })
        .add(
            "3.3.1",
            "a network recommends more accurately",
            "Recall@10 of an LSTM on new views of the last 4 of 12 weeks of a simulated platform of"
                + " 500 users, against item neighbours, paired by user",
            (section, statement) -> {
              PairedComparison one = againstNeighbours();
              return Claim.statement(section, statement)
                  .check(
                      one.interval().low() > 0,
                      String.format(
                          Locale.ROOT,
                          "Recall@10 %+.2f: what these users look at hardly depends on the order"
                              + " of what they saw, which is what an LSTM reads",
                          one.difference()));
            });
  }

  private static int sum(int a, int b) {
    return (a + b) % ITEMS;
  }

  /** True if the two courses and their sum are three courses: a user has each once. */
  private static boolean different(int a, int b) {
    return a != b && sum(a, b) != a && sum(a, b) != b;
  }

  /** Sequences of two courses and their sum, modulo the number of courses. */
  private static Interactions sums() {
    RandomStream random = RandomStream.of(7, "sums");
    InteractionsBuilder builder = Interactions.builder();
    for (int i = 0; i < ITEMS; i++) {
      builder.item("c" + i);
    }
    for (int u = 0; u < 600; u++) {
      int a = random.nextInt(ITEMS);
      int b = random.nextInt(ITEMS);
      int c = sum(a, b);
      if (different(a, b)) {
        builder.add("u" + u, "c" + a, 1, 1).add("u" + u, "c" + b, 1, 2).add("u" + u, "c" + c, 1, 3);
      }
    }
    return builder.build();
  }

  private static PairedComparison againstNeighbours() {
    SimulatedPlatform platform = Simulation.run(SimulationOptions.usual().users(500), 7);
    Split split =
        Split.byTime(platform.cleanLog().interactions(Events.VIEW), platform.weekStart(8));
    Recommender neighbours = ItemKnn.fit(split.train(), ItemKnnOptions.of(20));
    Recommender lstm =
        LstmRecommender.fit(
            split.train(), LstmOptions.of(32).embedding(32).epochs(8).patience(0), 7);
    return Evaluation.of("simulated platform", split)
        .metrics(new RecallAt(10))
        .seed(7)
        .run(neighbours, lstm)
        .compare("Recall@10", neighbours.name())
        .all()
        .get(0);
  }

  private static void program(ClaimList list) {
    list.add(
            "5.2",
            "the program runs to its end",
            "its steps and shapes on a made-up file as it silently needs one: 70 users and 12"
                + " courses numbered from 1, behaviours 0 to 2",
            (section, statement) ->
                Claim.statement(section, statement).run(() -> ended(listing(70, 12, 3))))
        .add(
            "5.2",
            "the network takes behaviours of any number",
            "the same with behaviours 0 to 5 and 3 courses: the embedding has a row for each"
                + " course, and rows are looked up by behaviour",
            (section, statement) ->
                Claim.statement(section, statement).run(() -> ended(listing(70, 3, 6))))
        .add(
            "5.2",
            "the program predicts for a platform of more than 1,000 courses",
            "the same with 1,001 courses, all looked at by one user",
            (section, statement) ->
                Claim.statement(section, statement).run(() -> ended(oneUser(1001))))
        .add(
            "5.2",
            "model accuracy, which the program prints",
            "its last line on the first of these files",
            (section, statement) -> {
              PrecisionListing run = listing(70, 12, 3);
              return Claim.withoutNumber(section, statement)
                  .check(
                      run.accuracy(),
                      "the share of chances that are exactly 0 or 1. Labels are drawn, so that the"
                          + " share on the right side of 0.5 could be near 0.5 at best");
            })
        .add(
            "5.3.3",
            "training improves the parameters",
            "loss of the last of its 10 rounds beside ln 2, that of knowing nothing: lower by more"
                + " than a twentieth?",
            (section, statement) -> {
              double[] losses = listing(70, 12, 3).losses();
              double last = losses[losses.length - 1];
              return Claim.statement(section, statement)
                  .check(
                      last < 0.95 * StrictMath.log(2),
                      String.format(
                          Locale.ROOT, "loss %.2f, ln 2 is %.2f", last, StrictMath.log(2)));
            });
  }

  /** True at the end of the listing; the step that fails, as an exception. */
  private static boolean ended(PrecisionListing run) {
    if (!run.runs()) {
      PrecisionListing.Step last = run.steps().get(run.steps().size() - 1);
      throw new IllegalStateException(last.what() + ": " + last.result());
    }
    return true;
  }

  private static PrecisionListing listing(int users, int courses, int kinds) {
    RandomStream random = RandomStream.of(7, "listing data");
    IntColumn user = IntColumn.create("user_id");
    IntColumn course = IntColumn.create("course_id");
    IntColumn kind = IntColumn.create("behavior_type");
    for (int u = 1; u <= users; u++) {
      for (int c = 1; c <= courses; c++) {
        if (c == 1 || u == 1 || random.nextInt(4) == 0) {
          user.append(u);
          course.append(c);
          kind.append(random.nextInt(kinds));
        }
      }
    }
    return PrecisionListing.run(
        Table.create("behaviour", user, course, kind), 7, Progress.silent());
  }

  private static PrecisionListing oneUser(int courses) {
    IntColumn user = IntColumn.create("user_id");
    IntColumn course = IntColumn.create("course_id");
    IntColumn kind = IntColumn.create("behavior_type");
    for (int c = 1; c <= courses; c++) {
      user.append(1);
      course.append(c);
      kind.append(1);
    }
    return PrecisionListing.run(
        Table.create("behaviour", user, course, kind), 7, Progress.silent());
  }
}
