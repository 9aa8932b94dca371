package lectern.kernel.magic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.display.UserError;
import lectern.kernel.magic.maven.Wanted;

/**
 * The words behind {@code %maven}.
 *
 * @param wanted what to look for and how
 * @param repositories addresses to look into as well
 * @param why whether the version conflicts so far are asked for
 */
record MavenOptions(Wanted wanted, List<String> repositories, boolean why) {
  static MavenOptions of(String arguments) {
    List<String> coordinates = new ArrayList<>();
    List<String> repositories = new ArrayList<>();
    List<String> exclusions = new ArrayList<>();
    boolean offline = false;
    boolean update = false;
    boolean why = false;
    List<String> words = Arguments.words(arguments);
    for (int i = 0; i < words.size(); i++) {
      switch (words.get(i)) {
        case "--repo" -> repositories.add(behind(words, i++, "the address of a repository"));
        case "--exclude" ->
            exclusions.addAll(
                Arrays.asList(behind(words, i++, "group:artifact to leave out").split(",")));
        case "--offline" -> offline = true;
        case "--update" -> update = true;
        case "--why" -> why = true;
        default -> coordinates.add(coordinate(words.get(i)));
      }
    }
    if (coordinates.isEmpty() && !why) {
      throw new UserError(
          "%maven needs group:artifact:version, such as org.apache.commons:commons-math3:3.6.1");
    }
    return new MavenOptions(
        new Wanted(coordinates, exclusions, offline, update), repositories, why);
  }

  private static String behind(List<String> words, int option, String what) {
    if (option + 1 == words.size()) {
      throw new UserError(words.get(option) + " needs " + what + " behind it.");
    }
    return words.get(option + 1);
  }

  private static String coordinate(String word) {
    if (word.startsWith("--")) {
      throw new UserError(
          "%maven has no option "
              + word
              + ". It has --repo URL, --exclude group:artifact, --offline, --update and --why.");
    }
    return word;
  }
}
