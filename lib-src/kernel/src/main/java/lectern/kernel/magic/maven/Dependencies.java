package lectern.kernel.magic.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Finds artifacts and all that they need in Maven repositories. */
public interface Dependencies {
  /**
   * The artifacts and all that they need at run time, in class path order; of several versions of
   * one artifact the nearest, as Maven chooses.
   *
   * @param coordinates each {@code group:artifact[:packaging[:classifier]]:version}
   * @throws lectern.display.UserError where one is wrong or missing
   */
  List<ResolvedArtifact> resolve(List<String> coordinates);

  /**
   * What a POM depends on, and all that this needs.
   *
   * @param pom a file; parents beside it are found
   * @param scopes which of its direct dependencies count, such as {@code compile}
   */
  List<ResolvedArtifact> resolvePom(Path pom, Set<String> scopes);

  /**
   * The same for a POM that stands in a cell.
   *
   * @param pom a whole POM, or parts of one, such as {@code <dependencies>}
   */
  List<ResolvedArtifact> resolvePomText(String pom, Set<String> scopes);

  /** Looks into this repository too, from now on; one of the same name is replaced. */
  void addRepository(String id, String url);
}
