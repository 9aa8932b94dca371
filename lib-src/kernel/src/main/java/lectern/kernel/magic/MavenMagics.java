package lectern.kernel.magic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lectern.display.Magic;
import lectern.display.UserError;
import lectern.kernel.magic.maven.Dependencies;
import lectern.kernel.magic.maven.MavenDependencies;
import lectern.kernel.magic.maven.Resolution;

/**
 * {@code %maven}, {@code %mavenRepo} and {@code %loadFromPOM}: libraries from Maven repositories.
 */
final class MavenMagics {
  private static final List<String> SCOPES =
      List.of("compile", "provided", "runtime", "test", "system", "import");
  private static final List<String> DEFAULT_SCOPES = List.of("compile", "runtime", "system");

  private final AddedArtifacts added;
  private final MagicHost host;

  /** Maven Resolver; null until the first magic that needs it. */
  private Dependencies dependencies;

  MavenMagics(MagicHost host) {
    this.host = host;
    this.added = new AddedArtifacts(host);
  }

  List<Magic> magics() {
    BuiltIn.Action maven = (arguments, body) -> maven(arguments);
    BuiltIn.Action repository = (arguments, body) -> repository(arguments);
    return List.of(
        BuiltIn.line(
            "maven",
            "%maven group:artifact:version … [--repo URL] [--exclude group:artifact] [--offline] —"
                + " adds libraries and what they need",
            maven),
        BuiltIn.line("addMavenDependency", "%addMavenDependency — the same as %maven", maven),
        BuiltIn.line("addMavenDependencies", "%addMavenDependencies — the same as %maven", maven),
        BuiltIn.line(
            "mavenRepo", "%mavenRepo NAME URL — looks into this repository too", repository),
        BuiltIn.line("addMavenRepo", "%addMavenRepo — the same as %mavenRepo", repository),
        BuiltIn.line(
            "loadFromPOM",
            "%loadFromPOM FILE [scope …] — adds what a POM depends on",
            (arguments, body) -> loadPom(arguments)),
        BuiltIn.cell(
            "loadFromPOM",
            "%%loadFromPOM [scope …] — adds what the POM, or the <dependencies>, below it name",
            this::loadPom));
  }

  private Optional<Object> maven(String arguments) {
    MavenOptions options = MavenOptions.of(arguments);
    for (String url : options.repositories()) {
      dependencies().addRepository(url.replaceAll("[^A-Za-z0-9.]+", "-"), url);
    }
    Optional<Object> files =
        options.wanted().coordinates().isEmpty()
            ? Optional.empty()
            : add(dependencies().resolve(options.wanted()));
    return options.why() ? Optional.of(added.conflicts()) : files;
  }

  private Optional<Object> add(Resolution resolution) {
    return Optional.of(new Silent(added.add(resolution)));
  }

  private Optional<Object> repository(String arguments) {
    List<String> words = Arguments.words(arguments);
    if (words.size() != 2) {
      throw new UserError("%mavenRepo takes a name and an address, not: " + arguments);
    }
    dependencies().addRepository(words.get(0), words.get(1));
    return Optional.empty();
  }

  private Optional<Object> loadPom(String arguments) {
    List<String> words = Arguments.words(arguments);
    if (words.isEmpty()) {
      throw new UserError(
          "%loadFromPOM needs a file, such as %loadFromPOM pom.xml; %%loadFromPOM takes the lines"
              + " below it.");
    }
    Path file = host.folder().resolve(Globs.expandHome(words.get(0))).toAbsolutePath().normalize();
    if (Files.isDirectory(file)) {
      file = file.resolve("pom.xml");
    }
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          "No such file: " + file + ". The working folder is " + host.folder().toAbsolutePath());
    }
    Set<String> scopes = scopes(words.subList(1, words.size()));
    return add(dependencies().resolvePom(file, scopes));
  }

  private Optional<Object> loadPom(String arguments, String body) {
    if (body.isBlank()) {
      throw new UserError(
          "%%loadFromPOM needs a POM, or its <dependencies>, on the lines below it.");
    }
    Set<String> scopes = scopes(Arguments.words(arguments));
    return add(dependencies().resolvePomText(body, scopes));
  }

  private static Set<String> scopes(List<String> words) {
    List<String> named =
        words.stream().flatMap(word -> Arrays.stream(word.split(","))).map(String::strip).toList();
    for (String scope : named) {
      if (!SCOPES.contains(scope)) {
        throw new UserError(
            "Not a scope of Maven: " + scope + ". It has " + String.join(", ", SCOPES) + ".");
      }
    }
    return new LinkedHashSet<>(named.isEmpty() ? DEFAULT_SCOPES : named);
  }

  private synchronized Dependencies dependencies() {
    if (dependencies == null) {
      dependencies = MavenDependencies.start();
    }
    return dependencies;
  }
}
