package lectern.kernel.magic.maven;

import java.nio.file.Path;
import java.util.Set;

/** Finds artifacts and all that they need in Maven repositories. */
public interface Dependencies {
  /**
   * The artifacts and all that they need at run time, in class path order; of several versions of
   * one artifact the nearest, as Maven chooses, and which that were.
   *
   * @throws lectern.display.UserError where one is wrong or missing
   */
  Resolution resolve(Wanted wanted);

  /**
   * What a POM depends on, and all that this needs.
   *
   * @param pom a file; parents beside it are found
   * @param scopes which of its direct dependencies count, such as {@code compile}
   */
  Resolution resolvePom(Path pom, Set<String> scopes);

  /**
   * The same for a POM that stands in a cell.
   *
   * @param pom a whole POM, or parts of one, such as {@code <dependencies>}
   */
  Resolution resolvePomText(String pom, Set<String> scopes);

  /** Looks into this repository too, from now on; one of the same name is replaced. */
  void addRepository(String id, String url);
}
