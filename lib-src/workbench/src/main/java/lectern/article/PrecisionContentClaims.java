package lectern.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lectern.claim.Claim;
import lectern.claim.Contradiction;
import lectern.data.Interactions;
import lectern.math.DenseMatrix;
import lectern.math.RandomStream;
import lectern.recommend.ContentBased;
import lectern.recommend.Exclude;
import lectern.recommend.ItemFeatures;
import lectern.recommend.Suggestion;

/** The formula and steps of recommending by content, article "precision", 3.2. */
public final class PrecisionContentClaims implements ClaimSource {
  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("precision").notebook("03-precision/1-neighbours-and-content");
    content(list);
    return list.claims();
  }

  private static void content(ClaimList list) {
    list.add(
            "3.2.1",
            "new courses with features like those of courses a user liked are found",
            "20 made-up courses of 4 fields, two of a field liked: the first three suggested are"
                + " the other three of that field, which nobody ever took",
            (section, statement) -> {
              List<String> suggested = fieldOfLiked();
              return Claim.statement(section, statement)
                  .check(
                      suggested.stream().allMatch(id -> id.startsWith("field 2")),
                      "suggested: " + suggested);
            })
        .add(
            "3.2.2",
            "v_i1 … v_im are the features of the m courses that the user liked",
            "m is the number of features of a course, and the number of liked courses: for 1 to 9"
                + " features and 1 to 9 liked courses, of a user whose two numbers differ",
            (section, statement) ->
                Contradiction.between(
                        section,
                        statement,
                        "v_k has m features (4 here)",
                        (Integer m) -> m == 4,
                        "the user liked m courses (2 here)",
                        (Integer m) -> m == 2)
                    .check(IntStream.rangeClosed(1, 9).boxed().toList()))
        .add(
            "3.2.2",
            "similarity of a user's liked courses and a candidate",
            "what cos(v_i, v_k) needs, against what is defined: one vector v_i is not made of the"
                + " many",
            (section, statement) ->
                Claim.withoutNumber(section, statement)
                    .needs(List.of("v_k", "one vector v_i"), List.of("v_k", "v_i1 … v_im")))
        .add(
            "3.2.2",
            "cos of the angle between two vectors is v_i · v_k / (‖v_i‖ ‖v_k‖)",
            "1,000 pairs of vectors in the plane whose angle is known, difference at most 1e-12",
            (section, statement) -> {
              RandomStream random = RandomStream.of(42, "angles");
              double largest = 0;
              for (int i = 0; i < 1000; i++) {
                double a = 2 * Math.PI * random.nextDouble();
                double angle = Math.PI * random.nextDouble();
                double[] v = vector(a, 0.1 + 5 * random.nextDouble());
                double[] w = vector(a + angle, 0.1 + 5 * random.nextDouble());
                largest =
                    Math.max(largest, Math.abs(ContentBased.cosine(v, w) - StrictMath.cos(angle)));
              }
              return Claim.statement(section, statement)
                  .check(largest <= 1e-12, "largest difference " + largest);
            })
        .add(
            "3.2.2",
            "top-K gives the K candidates that are most similar",
            "the library's first 5 of 18 made-up candidates beside all similarities sorted",
            (section, statement) ->
                Claim.order(section, statement, similaritiesSorted(5)).check(similaritiesOfTop(5)));
  }

  private static double[] vector(double angle, double length) {
    return new double[] {length * StrictMath.cos(angle), length * StrictMath.sin(angle)};
  }

  /** Five courses in each of four fields; one user liked the first two of field 2. */
  private static List<String> fieldOfLiked() {
    Map<String, List<String>> labels = new java.util.TreeMap<>();
    var builder = Interactions.builder();
    for (int field = 1; field <= 4; field++) {
      for (int course = 1; course <= 5; course++) {
        String id = "field " + field + ", course " + course;
        labels.put(id, List.of("field " + field));
        builder.item(id);
      }
    }
    builder.add("u", "field 2, course 1").add("u", "field 2, course 2");
    builder.add("other", "field 3, course 1").add("other", "field 1, course 1");
    Interactions had = builder.build();
    ContentBased model =
        ContentBased.fit(had, ItemFeatures.ofLabels(labels), new ContentBased.Options());
    return model.top("u", 3, Exclude.seen(had)).stream().map(Suggestion::id).toList();
  }

  private static double[][] candidateFeatures() {
    RandomStream random = RandomStream.of(42, "candidates");
    double[][] rows = new double[20][4];
    for (double[] row : rows) {
      for (int j = 0; j < row.length; j++) {
        row[j] = random.nextDouble();
      }
    }
    return rows;
  }

  /** The user liked courses 0 and 1: their mean against each of the others. */
  private static List<String> similaritiesSorted(int k) {
    double[][] rows = candidateFeatures();
    double[] liked = new double[4];
    for (int j = 0; j < 4; j++) {
      liked[j] = (rows[0][j] + rows[1][j]) / 2;
    }
    return IntStream.range(2, 20)
        .boxed()
        .sorted((a, b) -> Double.compare(cosine(liked, rows[b]), cosine(liked, rows[a])))
        .limit(k)
        .map(i -> "c" + i)
        .toList();
  }

  private static double cosine(double[] a, double[] b) {
    double both = 0;
    double first = 0;
    double second = 0;
    for (int j = 0; j < a.length; j++) {
      both += a[j] * b[j];
      first += a[j] * a[j];
      second += b[j] * b[j];
    }
    return both / Math.sqrt(first * second);
  }

  private static List<String> similaritiesOfTop(int k) {
    List<String> ids = IntStream.range(0, 20).mapToObj(i -> "c" + i).toList();
    var builder = Interactions.builder();
    ids.forEach(builder::item);
    Interactions had = builder.add("u", "c0").add("u", "c1").build();
    ItemFeatures features =
        ItemFeatures.of(ids, List.of("a", "b", "c", "d"), DenseMatrix.of(candidateFeatures()));
    ContentBased model = ContentBased.fit(had, features, new ContentBased.Options());
    return new ArrayList<>(
        model.top("u", k, Exclude.seen(had)).stream().map(Suggestion::id).toList());
  }
}
