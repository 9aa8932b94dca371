package lectern.kernel.compile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of the classes around the user's code, and texts without them. */
public final class CellNames {
  /** The package of all of them: not a name that users choose. */
  public static final String PACKAGE = "c$";

  private static final String PREFIX = "Cell__";
  private static final Pattern LOCATION =
      Pattern.compile("(?m)^\\s*location: class (c\\$\\.)?Cell__\\d+(_r\\d+)?\\s*$");
  private static final Pattern OWNED =
      Pattern.compile("(?:c\\$\\.)?(Cell__\\d+(?:_r\\d+)?)[.$]([\\p{L}_][\\p{L}\\p{N}_]*)");

  private CellNames() {}

  /** The class around the unit of that number. */
  static String unit(int number) {
    return PREFIX + number;
  }

  /** Whether a class, by its internal name, is one that stands around the user's code. */
  public static boolean isUnit(String internalName) {
    return internalName.startsWith(PACKAGE + "/" + PREFIX) && internalName.lastIndexOf('$') < 3;
  }

  /** Whether a class, by its binary name, came from a cell. */
  public static boolean isOfCells(String className) {
    return className.startsWith(PACKAGE + ".");
  }

  /** The simple name of the outermost class of a class of cells. */
  public static String outermost(String className) {
    int nested = className.indexOf('$', PACKAGE.length() + 1);
    return className.substring(PACKAGE.length() + 1, nested < 0 ? className.length() : nested);
  }

  /** A text without the names of the classes around the user's. */
  public static String plain(String text) {
    return LOCATION
        .matcher(text)
        .replaceAll("")
        .replaceAll("(c\\$\\.)?Cell__\\d+(_r\\d+)?[.$](Anon\\$)?", "");
  }

  /** Types that a text names in more than one version: simple name, classes around them. */
  static Map<String, Set<String>> versions(String text) {
    Map<String, Set<String>> versions = new LinkedHashMap<>();
    Matcher owned = OWNED.matcher(text);
    while (owned.find()) {
      versions.computeIfAbsent(owned.group(2), name -> new LinkedHashSet<>()).add(owned.group(1));
    }
    versions.values().removeIf(owners -> owners.size() < 2);
    return versions;
  }
}
