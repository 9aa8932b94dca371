package lectern.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import lectern.claim.Checked;
import lectern.claim.ClaimLedger;
import lectern.display.Progress;
import lectern.display.UserError;

/**
 * The claims of the five articles.
 *
 * <pre>{@code
 * Articles.check("community 4.3")                       // all of a section, as a table
 * Articles.check("community 4.3", "engagement U")       // one of them
 * Articles.ledger()                                     // all
 * }</pre>
 */
public final class Articles {
  /** The articles' short names, in their order. */
  public static final List<String> NAMES =
      List.of("omnichannel", "crossplatform", "precision", "community", "crossover");

  private Articles() {}

  /**
   * Every claim, article by article.
   *
   * @throws IllegalStateException if two claims of a section say the same
   */
  public static List<ArticleClaim> all() {
    List<ArticleClaim> all = new ArrayList<>();
    sources().forEach(source -> all.addAll(source.claims()));
    Set<String> said = new HashSet<>();
    for (ArticleClaim claim : all) {
      if (!said.add(claim.section() + ": " + claim.statement())) {
        throw new IllegalStateException(
            "two claims of " + claim.section() + " say: " + claim.statement());
      }
    }
    all.sort(
        Comparator.comparingInt((ArticleClaim claim) -> NAMES.indexOf(claim.article()))
            .thenComparing(ArticleClaim::section, Articles::compareSections));
    return all;
  }

  /**
   * Other modules' sources by name, then this package's in the order of its list: the order of jars
   * on the class path must not show.
   */
  private static List<ClaimSource> sources() {
    String here = Articles.class.getPackageName();
    Comparator<ClaimSource> ours =
        Comparator.comparing(source -> source.getClass().getPackageName().equals(here));
    Comparator<ClaimSource> byName =
        Comparator.comparing(
            source ->
                source.getClass().getPackageName().equals(here) ? "" : source.getClass().getName());
    return ServiceLoader.load(ClaimSource.class, Articles.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(ours.thenComparing(byName))
        .toList();
  }

  /** 4.3 before 4.10: numbers by their value. */
  private static int compareSections(String a, String b) {
    String[] left = a.split("[ .]");
    String[] right = b.split("[ .]");
    for (int i = 1; i < Math.min(left.length, right.length); i++) {
      int order = Integer.compare(Integer.parseInt(left[i]), Integer.parseInt(right[i]));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length, right.length);
  }

  /**
   * The claims of an article, a chapter or a section.
   *
   * @param part such as {@code "community"}, {@code "community 4"} or {@code "community 4.3"}
   * @throws UserError if there is none
   */
  public static List<ArticleClaim> in(String part) {
    List<ArticleClaim> found = all().stream().filter(claim -> claim.isIn(part)).toList();
    if (found.isEmpty()) {
      String sections =
          all().stream().map(ArticleClaim::section).distinct().collect(Collectors.joining(", "));
      throw new UserError(
          "There are no claims in \"" + part + "\". Sections with claims: " + sections + ".");
    }
    return found;
  }

  /** Checks the claims of an article, a chapter or a section. */
  public static ClaimLedger check(String part) {
    ClaimLedger ledger = new ClaimLedger();
    in(part).forEach(claim -> ledger.add(claim.check()));
    return ledger;
  }

  /**
   * Checks the one claim of a part whose statement holds these words.
   *
   * @throws UserError if none does, or several; it lists the statements
   */
  public static Checked check(String part, String words) {
    List<ArticleClaim> all = in(part);
    List<ArticleClaim> exact = all.stream().filter(c -> c.statement().equals(words)).toList();
    List<ArticleClaim> found =
        exact.isEmpty() ? all.stream().filter(c -> c.statement().contains(words)).toList() : exact;
    if (found.size() != 1) {
      String statements =
          (found.isEmpty() ? all : found)
              .stream().map(ArticleClaim::statement).collect(Collectors.joining("\n  - "));
      throw new UserError(
          (found.isEmpty() ? "No claim" : found.size() + " claims")
              + " of \""
              + part
              + "\" speak of \""
              + words
              + "\":\n  - "
              + statements);
    }
    return found.get(0).check();
  }

  /** Checks every claim. */
  public static ArticleLedger ledger() {
    return ledger(Progress.silent());
  }

  /** Checks every claim and shows how far it has come. */
  public static ArticleLedger ledger(Progress progress) {
    List<ArticleClaim> claims = all();
    List<ArticleLedger.Row> rows = new ArrayList<>();
    try (Progress.Task task = progress.begin("Checking claims", Math.max(1, claims.size()))) {
      for (ArticleClaim claim : claims) {
        rows.add(new ArticleLedger.Row(claim, claim.check()));
        task.at(rows.size(), claim.section());
      }
    }
    return new ArticleLedger(rows);
  }
}
