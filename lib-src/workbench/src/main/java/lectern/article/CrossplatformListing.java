package lectern.article;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lectern.claim.Claim;
import lectern.cluster.KMeans;
import lectern.cluster.Partition;
import lectern.display.UserError;
import lectern.math.DenseMatrix;

/**
 * The program of "crossplatform" 5.2.1, step by step on a simulated file, and what 5.1 has
 * installed.
 */
public final class CrossplatformListing implements ClaimSource {
  static final List<String> FEATURES = List.of(" browsing_time", " purchase_frequency");
  private static final Set<String> INSTALLED =
      new TreeSet<>(List.of("numpy", "pandas", "scikit-learn", "matplotlib"));

  /** What the three programs import, by package. */
  private static final Set<String> IMPORTED = new TreeSet<>(List.of("pandas", "scikit-learn"));

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list =
        ClaimList.of("crossplatform").notebook("02-crossplatform/2-segments-and-patterns");
    environment(list);
    cleaning(list);
    groups(list);
    return list.claims();
  }

  private static void environment(ClaimList list) {
    list.add(
        "5.1",
        "the four libraries that are installed are needed",
        "the libraries of the command beside what the programs of 5.2 import",
        (section, statement) -> {
          Set<String> unused = new TreeSet<>(INSTALLED);
          unused.removeAll(IMPORTED);
          return Claim.statement(section, statement)
              .check(
                  unused.isEmpty(),
                  "imported by no program: " + unused + " (numpy comes with pandas)");
        });
  }

  private static void cleaning(ClaimList list) {
    list.add(
            "5.2.1",
            "rows that stand twice and rows with gaps are dropped",
            "the rows that are left of a simulated file with both kinds in it",
            (section, statement) -> {
              ListedTable all = ListedTable.users();
              ListedTable once = all.withoutDuplicates();
              ListedTable clean = once.withoutGaps();
              boolean holds =
                  new LinkedHashSet<>(clean.rows()).size() == clean.rows().size()
                      && clean.rows().stream().noneMatch(row -> row.contains(""));
              return Claim.statement(section, statement)
                  .check(
                      holds,
                      String.format(
                          Locale.ROOT,
                          "%d rows, %d without duplicates, %d without gaps",
                          all.rows().size(),
                          once.rows().size(),
                          clean.rows().size()));
            })
        .add(
            "5.2.1",
            "cleaning standardises the data",
            "mean and variance of every column behind the step",
            (section, statement) -> {
              ListedTable clean = Groups.CLEAN;
              DenseMatrix scaled = clean.numbers(clean.columns());
              String firstUser = clean.column("user_id").get(0);
              return Claim.statement(section, statement)
                  .check(
                      isStandard(scaled),
                      String.format(
                          Locale.ROOT,
                          "every column is: the identifier too, user 1 is now user %.3f",
                          Double.parseDouble(firstUser)));
            })
        .add(
            "5.2.1",
            "the cleaning runs on user data with gender, as 3.1 lists them",
            "the same steps on the same file with one more column, gender",
            (section, statement) ->
                Claim.statement(section, statement)
                    .run(
                        () -> {
                          clean(ListedTable.users().with("gender", "female"));
                          return true;
                        }))
        .add(
            "5.2.1",
            "browsing time and purchase frequency are taken as features",
            "the columns by the names in the program, with a space before each, of a file that has"
                + " it too",
            (section, statement) ->
                Claim.statement(section, statement)
                    .check(
                        features(Groups.CLEAN).columns() == 2,
                        "In a file without those spaces: "
                            + error(
                                () -> features(clean(ListedTable.users().rename(String::strip))))));
  }

  private static boolean isStandard(DenseMatrix scaled) {
    double[] means = scaled.columnMeans();
    boolean holds = true;
    for (int j = 0; j < scaled.columns(); j++) {
      double squares = 0;
      for (int i = 0; i < scaled.rows(); i++) {
        squares += scaled.get(i, j) * scaled.get(i, j);
      }
      holds &= Math.abs(means[j]) < 1e-9 && Math.abs(squares / scaled.rows() - 1) < 1e-9;
    }
    return holds;
  }

  private static void groups(ClaimList list) {
    list.add(
            "5.2.1",
            "the users fall into three groups",
            "the groups of K-means on the two features of the simulated file",
            (section, statement) ->
                Claim.of(section, statement, "3")
                    .check(new TreeSet<>(userGroups()).size(), "sizes " + sizes(userGroups())))
        .add(
            "5.2.1",
            "the output shows which user is in which group",
            "the columns of the table that the program ends with",
            (section, statement) -> {
              ListedTable groups = groupTable();
              return Claim.statement(section, statement)
                  .check(
                      groups.columns().contains("user_id"),
                      "its columns are "
                          + groups.columns()
                          + ": users are known by place alone, and "
                          + (ListedTable.users().rows().size() - groups.rows().size())
                          + " rows were dropped before");
            })
        .add(
            "5.2.1",
            "the groups tell users apart: within a group they are more alike",
            "the squared distance of the two features within groups, over that of all users",
            (section, statement) -> {
              DenseMatrix features = features(Groups.CLEAN);
              double within =
                  Partition.of(userGroups().stream().mapToInt(Integer::intValue).toArray())
                      .objective(features);
              double all = Partition.of(new int[features.rows()]).objective(features);
              return Claim.statement(section, statement)
                  .check(
                      within < all,
                      String.format(Locale.ROOT, "%.0f %% of it is left", 100 * within / all));
            });
  }

  static ListedTable clean(ListedTable data) {
    return data.withoutDuplicates().withoutGaps().standardised();
  }

  static DenseMatrix features(ListedTable cleaned) {
    return cleaned.numbers(FEATURES);
  }

  /** The group of each row that is left after cleaning: three groups, seed 0 as printed. */
  static List<Integer> userGroups() {
    return Groups.ALL;
  }

  private static final class Groups {
    static final ListedTable CLEAN = clean(ListedTable.users());
    static final List<Integer> ALL =
        Arrays.stream(KMeans.fit(features(CLEAN), new KMeans.Options(3), 0).labels())
            .boxed()
            .toList();
  }

  /** One column, "cluster", as the program makes it. */
  static ListedTable groupTable() {
    return new ListedTable(
        List.of("cluster"), userGroups().stream().map(g -> List.of(g.toString())).toList());
  }

  private static Map<Integer, Integer> sizes(List<Integer> groups) {
    Map<Integer, Integer> sizes = new TreeMap<>();
    groups.forEach(group -> sizes.merge(group, 1, Integer::sum));
    return sizes;
  }

  static String error(Runnable steps) {
    try {
      steps.run();
      return "it runs";
    } catch (UserError e) {
      return e.getMessage();
    }
  }
}
