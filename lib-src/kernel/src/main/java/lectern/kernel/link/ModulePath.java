package lectern.kernel.link;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The modules that the compiler's options name, to be loaded as well as compiled against. */
public final class ModulePath {
  private ModulePath() {}

  /**
   * A loader of the modules of {@code --module-path} that {@code --add-modules} names, with what
   * they need; the given loader where there are none.
   *
   * @throws java.lang.module.FindException where a module is not there
   */
  public static ClassLoader loader(List<String> options, ClassLoader parent) {
    Path[] paths = values(options, "--module-path", "-p").map(Path::of).toArray(Path[]::new);
    Set<String> roots = Set.copyOf(values(options, "--add-modules", "--add-modules").toList());
    ModuleFinder finder = ModuleFinder.of(paths);
    boolean isNeeded = roots.stream().anyMatch(each -> finder.find(each).isPresent());
    if (!isNeeded) {
      return parent;
    }
    ModuleLayer boot = ModuleLayer.boot();
    Configuration found =
        boot.configuration().resolveAndBind(finder, ModuleFinder.ofSystem(), roots);
    String first = roots.stream().filter(each -> finder.find(each).isPresent()).findFirst().get();
    return boot.defineModulesWithOneLoader(found, parent).findLoader(first);
  }

  private static Stream<String> values(List<String> options, String name, String shortName) {
    Stream.Builder<String> values = Stream.builder();
    String separator = name.equals("--add-modules") ? "," : File.pathSeparator;
    for (int i = 0; i < options.size(); i++) {
      String option = options.get(i);
      boolean isNext = option.equals(name) || option.equals(shortName);
      String value =
          option.startsWith(name + "=")
              ? option.substring(name.length() + 1)
              : isNext && i + 1 < options.size() ? options.get(i + 1) : "";
      Stream.of(value.split(separator)).filter(each -> !each.isEmpty()).forEach(values);
    }
    return values.build();
  }
}
