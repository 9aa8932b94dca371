package lectern.kernel.assist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * The classes that could be imported: those of the JDK's open packages and of the class path.
 *
 * <p>Names are listed when first asked for, each jar once; whether a class is public is read from
 * its class file when its name is wanted. Packages that are meant for their library alone are left
 * out. Safe for use by several threads.
 */
public final class KnownClasses {
  /** In these steps a class goes before others of its name. */
  private static final List<String> RANKS =
      List.of("(java|lectern)\\.(?!awt\\.).*", "javax\\..*", ".*");

  private static final String INTERNAL =
      "(lectern\\.kernel|lectern\\.review|sun|org\\.apache\\.maven|org\\.eclipse\\.aether"
          + "|org\\.codehaus\\.plexus)\\..*|.*\\b(internal|impl|shaded?|repackaged|relocated)\\b.*";

  private final ClassLoader loader;
  private final Set<Path> listed = new HashSet<>();
  private final NavigableMap<String, Set<String>> packagesOf = new TreeMap<>();
  private final Set<String> packages = new TreeSet<>();
  private final Map<String, Optional<String>> only = new HashMap<>();

  /**
   * No class path yet.
   *
   * @param loader finds the class files
   */
  public KnownClasses(ClassLoader loader) {
    this.loader = loader;
  }

  /** From now on with these jars and folders, besides earlier ones and the JDK. */
  public synchronized KnownClasses with(Collection<Path> classPath) {
    if (packagesOf.isEmpty()) {
      listJdk().forEach(this::add);
    }
    for (Path each : classPath) {
      if (!listed.contains(each)) {
        listed.add(each);
        list(each).forEach(this::add);
        only.clear();
      }
    }
    return this;
  }

  private void add(String name) {
    int dot = name.lastIndexOf('.');
    if (dot > 0 && !name.matches(INTERNAL)) {
      String inside = name.substring(0, dot);
      if (packagesOf
          .computeIfAbsent(name.substring(dot + 1), simple -> new TreeSet<>(BY_RANK))
          .add(inside)) {
        packages.add(inside);
      }
    }
  }

  private static final Comparator<String> BY_RANK =
      Comparator.comparingInt(KnownClasses::rank).thenComparing(Comparator.naturalOrder());

  private static int rank(String name) {
    int rank = 0;
    while (!(name + ".").matches(RANKS.get(rank))) {
      rank++;
    }
    return rank;
  }

  /** The public classes of a simple name with their packages, the likeliest first. */
  public synchronized List<String> named(String simpleName) {
    return packagesOf.getOrDefault(simpleName, Set.of()).stream()
        .map(inside -> inside + "." + simpleName)
        .filter(this::isPublic)
        .toList();
  }

  /**
   * The one class of a simple name that is surely meant: the only one of the JDK's {@code java}
   * packages and the workbench; where they have none, of {@code javax}; else of all others.
   */
  public synchronized Optional<String> only(String simpleName) {
    return only.computeIfAbsent(
        simpleName,
        name -> {
          List<String> all = named(name);
          List<String> likely =
              all.stream().filter(each -> rank(each) == rank(all.get(0))).toList();
          return likely.size() == 1 ? Optional.of(likely.get(0)) : Optional.empty();
        });
  }

  /** The simple names that begin so. */
  public synchronized List<String> startingWith(String prefix) {
    return List.copyOf(packagesOf.subMap(prefix, prefix + Character.MAX_VALUE).keySet());
  }

  /** All simple names. */
  public synchronized List<String> names() {
    return List.copyOf(packagesOf.keySet());
  }

  /** The classes of a package, by simple name. */
  public synchronized List<String> in(String inside) {
    List<String> found = new ArrayList<>();
    packagesOf.forEach(
        (name, where) -> {
          if (where.contains(inside)) {
            found.add(name);
          }
        });
    return found;
  }

  /** The last names of the packages directly below one; below "" the first names. */
  public synchronized List<String> packagesBelow(String above) {
    String prefix = above.isEmpty() ? "" : above + ".";
    Set<String> found = new TreeSet<>();
    for (String each : packages) {
      if (each.startsWith(prefix)) {
        found.add(each.substring(prefix.length()).replaceAll("\\..*", ""));
      }
    }
    return List.copyOf(found);
  }

  /** Whether one of the JDK's or the workbench's own, before which others step back. */
  static boolean isOurs(String name) {
    return rank(name) < RANKS.size() - 1;
  }

  private boolean isPublic(String name) {
    String file = name.replace('.', '/') + ".class";
    try (InputStream in = loader.getResourceAsStream(file)) {
      return in != null && (new ClassReader(in).getAccess() & Opcodes.ACC_PUBLIC) != 0;
    } catch (IOException | RuntimeException e) {
      return false; // not a class file that this process could use
    }
  }

  private static Set<String> listJdk() {
    Set<String> found = new TreeSet<>();
    Path modules = FileSystems.getFileSystem(java.net.URI.create("jrt:/")).getPath("/modules");
    for (var module : java.lang.module.ModuleFinder.ofSystem().findAll()) {
      for (var exported : module.descriptor().exports()) {
        if (!exported.isQualified()) {
          Path folder = modules.resolve(module.descriptor().name());
          Path inside = folder.resolve(exported.source().replace('.', '/'));
          found.addAll(names(inside, exported.source() + ".", 1));
        }
      }
    }
    return found;
  }

  private static Set<String> list(Path path) {
    return Files.isDirectory(path) ? names(path, "", Integer.MAX_VALUE) : ofJar(path);
  }

  private static Set<String> names(Path folder, String prefix, int depth) {
    Set<String> found = new HashSet<>();
    try (Stream<Path> files = Files.walk(folder, depth)) {
      files.forEach(
          file -> addName(prefix + folder.relativize(file).toString().replace('\\', '/'), found));
    } catch (IOException | java.io.UncheckedIOException e) {
      return found; // what cannot be read is not offered
    }
    return found;
  }

  private static Set<String> ofJar(Path jar) {
    Set<String> found = new HashSet<>();
    if (!Files.isRegularFile(jar)) {
      return found;
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      file.stream().forEach(entry -> addName(entry.getName(), found));
    } catch (IOException e) {
      return found;
    }
    return found;
  }

  private static void addName(String file, Set<String> found) {
    boolean isClass = file.endsWith(".class") && file.indexOf('$') < 0 && file.indexOf('-') < 0;
    if (isClass) {
      found.add(file.substring(0, file.length() - ".class".length()).replace('/', '.'));
    }
  }
}
