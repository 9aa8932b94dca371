package lectern.kernel.magic;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import lectern.display.Magic;
import lectern.display.UserError;

/** {@code %jars} and {@code %classpath}: jars and folders of the user's own. */
final class ClassPathMagics {
  private final MagicHost host;

  ClassPathMagics(MagicHost host) {
    this.host = host;
  }

  List<Magic> magics() {
    BuiltIn.Action jars = (arguments, body) -> add("jars", arguments, true);
    BuiltIn.Action classPath = (arguments, body) -> add("classpath", arguments, false);
    return List.of(
        BuiltIn.line("jars", "%jars lib/*.jar … — adds jars; a folder stands for all in it", jars),
        BuiltIn.line("addJars", "%addJars — the same as %jars", jars),
        BuiltIn.line(
            "classpath", "%classpath classes lib/*.jar … — adds folders and jars", classPath),
        BuiltIn.line("addClasspath", "%addClasspath — the same as %classpath", classPath));
  }

  private Optional<Object> add(String name, String arguments, boolean jarsOnly) throws IOException {
    List<String> patterns = Arguments.words(arguments);
    if (patterns.isEmpty()) {
      throw new UserError(
          "%" + name + " needs a path or a pattern, such as %" + name + " lib/*.jar");
    }
    Set<Path> found = new LinkedHashSet<>();
    for (String pattern : divided(patterns)) {
      List<Path> matched = matched(pattern, jarsOnly);
      if (matched.isEmpty()) {
        throw new UserError(nothing(name, pattern, jarsOnly));
      }
      found.addAll(matched);
    }
    report(found);
    return Optional.of(new Silent(found.stream().map(Path::toString).toList()));
  }

  /** A list as Java's own class paths are written is divided, unless a file is called so. */
  private List<String> divided(List<String> patterns) throws IOException {
    List<String> divided = new ArrayList<>();
    for (String pattern : patterns) {
      boolean isList = pattern.contains(File.pathSeparator);
      if (isList && Globs.find(pattern, host.folder()).isEmpty()) {
        Arrays.stream(pattern.split(File.pathSeparator))
            .filter(part -> !part.isEmpty())
            .forEach(divided::add);
      } else {
        divided.add(pattern);
      }
    }
    return divided;
  }

  /** What a pattern adds. A name without wildcards must be a jar or a folder itself. */
  private List<Path> matched(String pattern, boolean jarsOnly) throws IOException {
    List<Path> usable = new ArrayList<>();
    List<Path> found = Globs.find(pattern, host.folder());
    for (Path path : found) {
      if (Files.isDirectory(path)) {
        List<Path> inside = jarsOnly ? Globs.find("*.jar", path) : List.of();
        inside.forEach(ClassPathMagics::refuseBroken);
        usable.addAll(jarsOnly ? inside : List.of(path));
      } else if (isJar(path)) {
        refuseBroken(path);
        usable.add(path);
      } else if (found.size() == 1 && !Globs.isGlob(pattern)) {
        throw new UserError("Not a jar" + (jarsOnly ? "" : " or a folder") + ": " + path);
      }
    }
    return usable;
  }

  /** A file that is no archive would keep the compiler from reading any other. */
  private static void refuseBroken(Path jar) {
    try {
      new ZipFile(jar.toFile()).close();
    } catch (IOException e) {
      throw new UserError(
          "Not a jar, or cut off: " + jar + " (" + e.getMessage() + "). Fetch it anew.", e);
    }
  }

  private void report(Set<Path> found) {
    Set<Path> there = new LinkedHashSet<>();
    host.classPath().forEach(path -> there.add(path.toAbsolutePath().normalize()));
    List<Path> added = new ArrayList<>();
    List<Path> known = new ArrayList<>();
    for (Path path : found) {
      (there.add(path.toAbsolutePath().normalize()) ? added : known).add(path);
    }
    host.addToClassPath(added);
    if (!added.isEmpty()) {
      System.out.println("Added " + names(added));
    }
    if (!known.isEmpty()) {
      System.out.println("Already on the class path: " + names(known));
    }
  }

  private String names(List<Path> paths) {
    return String.join(", ", paths.stream().map(this::name).toList());
  }

  /** A path below the working folder without that folder, so that notebooks look alike anywhere. */
  private String name(Path path) {
    Path folder = host.folder().toAbsolutePath().normalize();
    Path whole = path.toAbsolutePath().normalize();
    boolean below = whole.startsWith(folder) && !whole.equals(folder);
    return (below ? folder.relativize(whole) : whole).toString();
  }

  private String nothing(String name, String pattern, boolean jarsOnly) throws IOException {
    String message =
        "%"
            + name
            + " found nothing for "
            + pattern
            + " in "
            + host.folder().toAbsolutePath()
            + ".";
    List<Path> folders = Globs.find(pattern, host.folder());
    if (jarsOnly && folders.size() == 1 && Files.isDirectory(folders.get(0))) {
      return message + " That folder holds no jars; for classes write %classpath " + pattern;
    }
    try (Stream<Path> near = Files.list(host.folder())) {
      List<String> some =
          near.filter(path -> isJar(path) || Files.isDirectory(path))
              .map(path -> path.getFileName().toString())
              .filter(file -> !file.startsWith("."))
              .sorted()
              .limit(8)
              .toList();
      return message
          + (some.isEmpty()
              ? " There are neither jars nor folders in it."
              : " Jars and folders there: " + String.join(", ", some));
    }
  }

  private static boolean isJar(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return Files.isRegularFile(path) && (name.endsWith(".jar") || name.endsWith(".zip"));
  }
}
