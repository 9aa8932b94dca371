package lectern.kernel.magic;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import lectern.display.Magic;
import lectern.display.UserError;

/** The magics there are: the kernel's own, and those that jars on the class path bring. */
final class Magics {
  private final Map<String, Magic> own = new LinkedHashMap<>();
  private volatile Map<String, Magic> all = Map.of();

  /** With the kernel's own magics. */
  Magics(List<Magic> kernels) {
    kernels.forEach(magic -> own.put(key(magic.name(), magic.takesBody()), magic));
    all = Map.copyOf(own);
  }

  /** Looks for magics in the jars that this loader sees; the kernel's own win. */
  void lookAgain(ClassLoader loader) {
    Map<String, Magic> found = new TreeMap<>();
    ServiceLoader.load(Magic.class, loader)
        .forEach(magic -> found.put(key(magic.name(), magic.takesBody()), magic));
    found.putAll(own);
    all = found;
  }

  /** All, by name. */
  List<Magic> list() {
    return all.values().stream()
        .sorted(Comparator.comparing(Magic::name).thenComparing(Magic::takesBody))
        .toList();
  }

  /**
   * The magic of that name.
   *
   * @throws UserError that names those nearest to it where there is none
   */
  Magic find(String name, boolean wholeCell) {
    Magic magic = all.get(key(name, wholeCell));
    if (magic != null) {
      return magic;
    }
    String percent = wholeCell ? "%%" : "%";
    if (all.containsKey(key(name, !wholeCell))) {
      String right = wholeCell ? "%" + name : "%%" + name;
      String where = wholeCell ? "a line of its own" : "the first line of a cell";
      throw new UserError(percent + name + " is written " + right + ", on " + where);
    }
    throw new UserError(
        "there is no magic "
            + percent
            + name
            + ". Nearest: "
            + String.join(", ", nearest(name))
            + ". %lsmagic lists all");
  }

  private List<String> nearest(String name) {
    return list().stream()
        .sorted(Comparator.comparingInt(magic -> EditDistance.between(name, magic.name())))
        .limit(3)
        .map(magic -> (magic.takesBody() ? "%%" : "%") + magic.name())
        .toList();
  }

  private static String key(String name, boolean takesBody) {
    return (takesBody ? "%%" : "%") + name;
  }
}
