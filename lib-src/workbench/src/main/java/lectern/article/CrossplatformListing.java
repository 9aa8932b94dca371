package lectern.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
 * The programs of "crossplatform" 5.1 to 5.2.2, step by step on simulated files, up to the step at
 * which each stops.
 */
public final class CrossplatformListing implements ClaimSource {
  static final List<String> FEATURES = List.of(" browsing_time", " purchase_frequency");
  private static final Set<String> INSTALLED =
      new TreeSet<>(List.of("numpy", "pandas", "scikit-learn", "matplotlib"));

  /** What the three programs import, by package. */
  private static final Set<String> IMPORTED = new TreeSet<>(List.of("pandas", "scikit-learn"));

  /** A row taken out of a table: it can change, so no dictionary takes it as a key. */
  private record TableRow(String name, int value) {
    @Override
    public int hashCode() {
      throw new UserError("a row of a table can change, so it cannot be the key of a dictionary");
    }
  }

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list =
        ClaimList.of("crossplatform").notebook("02-crossplatform/2-segments-and-patterns");
    environment(list);
    cleaning(list);
    groups(list);
    contents(list.notebook("02-crossplatform/3-interest-models"));
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

  private static void contents(ClaimList list) {
    list.add(
            "5.2.2",
            "contents are sorted by the features of the user groups",
            "the interest models from the groups found, and from groups in which everybody is"
                + " alike",
            (section, statement) -> {
              var found = interestModels(userGroups(), ListedTable.contents());
              var alike =
                  interestModels(
                      userGroups().stream().map(g -> 0).toList(), ListedTable.contents());
              return Claim.statement(section, statement)
                  .check(
                      !found.equals(alike),
                      "both times the same models: the groups are handed over and never read");
            })
        .add(
            "5.2.2",
            "an interest model of a group counts its contents by category",
            "whether the counts of all three models add up to the contents of the file",
            (section, statement) -> {
              var models = interestModels(userGroups(), ListedTable.contents());
              int counted =
                  models.values().stream()
                      .flatMap(m -> m.values().stream())
                      .mapToInt(Integer::intValue)
                      .sum();
              return Claim.statement(section, statement)
                  .check(counted == ListedTable.contents().rows().size(), models.toString());
            })
        .add(
            "5.2.2",
            "every user gets a recommendation",
            "the loop over the rows of the groups, with a row as key of the models, as printed",
            (section, statement) ->
                Claim.statement(section, statement)
                    .run(
                        () -> {
                          recommendAsPrinted();
                          return true;
                        }))
        .add(
            "5.2.2",
            "what is recommended is content",
            "what the program would recommend with the group's number as key and the first of the"
                + " counts: whether it is in the file's column of contents",
            (section, statement) -> {
              List<String> recommended = recommendedAsMeant();
              Set<String> ids = new TreeSet<>(ListedTable.contents().column("content_id"));
              ids.addAll(ListedTable.contents().column("title"));
              return Claim.statement(section, statement)
                  .check(
                      ids.containsAll(recommended),
                      "it is the name of a category: " + new TreeSet<>(recommended));
            })
        .add(
            "5.2.2",
            "the recommendations are personal",
            "the same recommendations: how many different ones all users get",
            (section, statement) -> {
              List<String> recommended = recommendedAsMeant();
              int different = new TreeSet<>(recommended).size();
              return Claim.statement(section, statement)
                  .check(
                      different > new TreeSet<>(userGroups()).size(),
                      different + " different ones for " + recommended.size() + " users");
            })
        .add(
            "5.2.2",
            "the output shows the first recommendations",
            "whether a dictionary of recommendations has a head to show",
            (section, statement) ->
                Claim.statement(section, statement).run(() -> head(new TreeMap<>())));
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

  /** For each group of the contents, how many are of each category; the groups are not read. */
  private static Map<Integer, Map<String, Integer>> interestModels(
      List<Integer> userGroups, ListedTable contents) {
    if (userGroups.isEmpty()) {
      throw new UserError("there are no users");
    }
    Map<Integer, Map<String, Integer>> models = new TreeMap<>();
    List<String> clusters = contents.column("cluster");
    List<String> categories = contents.column("category");
    for (int i = 0; i < clusters.size(); i++) {
      models
          .computeIfAbsent(Integer.parseInt(clusters.get(i)), c -> new TreeMap<>())
          .merge(categories.get(i), 1, Integer::sum);
    }
    return models;
  }

  private static void recommendAsPrinted() {
    Map<Object, Map<String, Integer>> models =
        new LinkedHashMap<>(interestModels(userGroups(), ListedTable.contents()));
    List<String> cells = groupTable().column("cluster");
    for (int user = 0; user < cells.size(); user++) {
      models.get(new TableRow("cluster", Integer.parseInt(cells.get(user)))).get("category");
    }
  }

  /** The most frequent category of each user's group; ties by name. */
  static List<String> recommendedAsMeant() {
    var models = interestModels(userGroups(), ListedTable.contents());
    List<String> out = new ArrayList<>();
    for (int group : userGroups()) {
      out.add(
          models.get(group).entrySet().stream()
              .max(
                  Map.Entry.<String, Integer>comparingByValue()
                      .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
              .orElseThrow()
              .getKey());
    }
    return out;
  }

  /** The first entries of a dictionary, asked for as printed. */
  static boolean head(Map<?, ?> dictionary) {
    try {
      dictionary.getClass().getMethod("head");
      return true;
    } catch (NoSuchMethodException e) {
      throw new UserError("a dictionary has no head: that belongs to tables", e);
    }
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
