package lectern.article;

import java.util.ArrayList;
import java.util.List;
import lectern.claim.Claim;
import lectern.data.Events;
import lectern.market.LoopPolicy;
import lectern.market.LoopRun;

/** What the article "precision" says of its loop, section 2, asked of the simulated platform. */
public final class PrecisionLoopClaims implements ClaimSource {
  /** The arrows of the diagram: step by step, from collecting to feedback and back. */
  private static final List<String> ARROWS =
      List.of("A B", "B C", "C D", "D E", "E F", "F G", "G H", "H A");

  private static final int SEEDS = 5;
  private static final int WEEKS = 10;

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("precision").notebook("03-precision/4-the-closed-loop");
    diagram(list);
    policies(list);
    return list.claims();
  }

  private static void diagram(ClaimList list) {
    list.add(
        "2",
        "the steps of the diagram form one loop, from collecting data back to it",
        "its arrows followed from the first step until a step comes again",
        (section, statement) -> {
          List<String> visited = new ArrayList<>();
          String step = "A";
          while (!visited.contains(step)) {
            visited.add(step);
            String from = step;
            step =
                ARROWS.stream()
                    .filter(a -> a.startsWith(from))
                    .findFirst()
                    .orElseThrow()
                    .substring(2);
          }
          return Claim.statement(section, statement)
              .check(
                  step.equals("A") && visited.size() == ARROWS.size(),
                  visited.size() + " steps; the diagram puts the first of them into two groups");
        });
  }

  private static void policies(ClaimList list) {
    list.add(
            "2.6",
            "suggesting contents similar to a user's interests raises satisfaction",
            "mean true satisfaction after 10 weeks of lists by similarity of fields, against lists"
                + " that are drawn",
            (section, statement) -> {
              SeedDifferences more = more("satisfaction", ArticleLoop.BY_FIELD, ArticleLoop.DRAWN);
              return Claim.statement(section, statement)
                  .check(more.isAbove0(), "satisfaction (0 to 1) " + more);
            })
        .add(
            "2.6",
            "suggesting contents similar to a user's interests keeps users",
            "users who have not left after the same 10 weeks, against lists that are drawn",
            (section, statement) -> {
              SeedDifferences more = more("present", ArticleLoop.BY_FIELD, ArticleLoop.DRAWN);
              return Claim.statement(section, statement)
                  .check(
                      more.isAbove0(),
                      "users still there, of "
                          + ArticleLoop.USERS
                          + ": "
                          + more
                          + ". On the simulated platform lists of one kind bore");
            })
        .add(
            "2.7",
            "campaigns made for each user's interests raise conversion",
            "share of 300 users who bought in 10 weeks, with a message each third week about the"
                + " topic that each looked at most, against as many about topics that are drawn",
            (section, statement) -> {
              SeedDifferences more = moreBuyers(1);
              return Claim.statement(section, statement)
                  .check(
                      more.isAbove0(),
                      "share of buyers " + more + "; of those who bought again " + moreBuyers(2));
            })
        .add(
            "2.7",
            "campaigns made for each user's interests raise participation",
            "clicks in the same 10 weeks, against messages about topics that are drawn",
            (section, statement) -> {
              SeedDifferences more =
                  SeedDifferences.over(
                      SEEDS,
                      seed ->
                          ArticleLoop.count(byInterest(seed), Events.CLICK)
                              - ArticleLoop.count(drawnMessages(seed), Events.CLICK));
              return Claim.statement(section, statement)
                  .check(more.isAbove0(), "clicks of 300 users " + more);
            })
        .add(
            "2.8",
            "analysing what came of campaigns improves them",
            "purchases in 10 weeks with 60 messages a week whose channels are learnt from what came"
                + " of earlier ones, against as many by the same channels drawn by lot",
            (section, statement) -> {
              SeedDifferences more =
                  SeedDifferences.over(
                      12,
                      seed ->
                          ArticleLoop.difference(
                              "purchases",
                              ArticleLoop.CHANNELS_LEARNT,
                              ArticleLoop.CHANNELS_DRAWN,
                              seed));
              return Claim.statement(section, statement)
                  .check(more.isAbove0(), "purchases of 300 users " + more);
            })
        .add(
            "2.9",
            "a model that learns again from what users did improves on one that does not",
            "purchases in 10 weeks under item neighbours fitted anew each week, against the same"
                + " fitted once before",
            (section, statement) -> {
              SeedDifferences more =
                  more("purchases", ArticleLoop.NEIGHBOURS, ArticleLoop.NEIGHBOURS_ONCE);
              return Claim.statement(section, statement)
                  .check(more.isAbove0(), "purchases of 300 users " + more);
            });
  }

  private static SeedDifferences more(String measure, LoopPolicy first, LoopPolicy second) {
    return SeedDifferences.over(
        SEEDS, seed -> ArticleLoop.difference(measure, first, second, seed));
  }

  private static SeedDifferences moreBuyers(int least) {
    return SeedDifferences.over(
        SEEDS,
        seed ->
            ArticleLoop.buyers(byInterest(seed), least)
                - ArticleLoop.buyers(drawnMessages(seed), least));
  }

  private static LoopRun byInterest(long seed) {
    return ArticleLoop.run(ArticleLoop.MESSAGES_BY_INTEREST, seed);
  }

  private static LoopRun drawnMessages(long seed) {
    return ArticleLoop.run(ArticleLoop.MESSAGES_DRAWN, seed);
  }
}
