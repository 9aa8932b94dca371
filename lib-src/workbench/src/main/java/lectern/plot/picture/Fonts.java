package lectern.plot.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * The fonts that pictures are written in: one for Latin letters and, where it lacks a letter, one
 * for Chinese.
 *
 * <p>Looked for in this order: font files in the folders that {@code LECTERN_FONTS} names; the
 * fonts of this machine; and, where neither has Chinese letters, {@code
 * LECTERN_HOME/.lectern/fonts}, into which the set-up puts one. Letters that no font has are drawn
 * as boxes; the picture and the error stream then say what to install.
 */
final class Fonts {
  private static final String[] LATIN = {
    "Inter",
    "Segoe UI",
    "Helvetica Neue",
    "Roboto",
    "Arial",
    "Liberation Sans",
    "Noto Sans",
    "DejaVu Sans"
  };

  private static final String[] CHINESE = {
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    "SimHei",
    "SimSun",
    "Noto Sans CJK TC",
    "Noto Sans CJK JP",
    "Noto Serif CJK SC"
  };

  private static final String SAMPLE = "中文课程";
  private static final AtomicBoolean TOLD = new AtomicBoolean();

  private static final class Found {
    static final Fonts FONTS =
        of(folders(System.getenv("LECTERN_FONTS")), fallback(System.getenv("LECTERN_HOME")), true);
  }

  private final List<Font> fonts;

  private Fonts(List<Font> fonts) {
    this.fonts = List.copyOf(fonts);
  }

  /** The fonts of this machine, found once. */
  static Fonts found() {
    return Found.FONTS;
  }

  private static List<Path> folders(String named) {
    List<Path> folders = new ArrayList<>();
    if (named != null && !named.isBlank()) {
      for (String folder : named.split(File.pathSeparator)) {
        folders.add(Path.of(folder));
      }
    }
    return folders;
  }

  private static List<Path> fallback(String home) {
    return home == null || home.isBlank() ? List.of() : List.of(Path.of(home, ".lectern", "fonts"));
  }

  /**
   * Fonts from folders, then of the machine, then from the last resort.
   *
   * @param last folders that are read only where no Chinese letters were found before
   * @param installed false to leave out the machine's own Chinese fonts
   */
  static Fonts of(List<Path> folders, List<Path> last, boolean installed) {
    List<Font> all = new ArrayList<>();
    all.add(latin());
    folders.forEach(folder -> files(folder).forEach(file -> read(file, all)));
    Font named = installed && !chinese(all) ? chineseFont() : null;
    if (named != null) {
      all.add(named);
    }
    if (!chinese(all)) {
      last.forEach(folder -> files(folder).forEach(file -> read(file, all)));
    }
    if (installed) {
      // The JVM's own mixture has what this machine has of other scripts and signs.
      all.add(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    }
    return new Fonts(all);
  }

  private static boolean chinese(List<Font> fonts) {
    return fonts.stream().skip(1).anyMatch(font -> font.canDisplayUpTo(SAMPLE) < 0);
  }

  private static Font latin() {
    for (String name : LATIN) {
      Font font = new Font(name, Font.PLAIN, 12);
      if (font.getFamily(Locale.ROOT).equals(name)) {
        return font;
      }
    }
    return new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  }

  private static Font chineseFont() {
    for (String name : CHINESE) {
      Font font = new Font(name, Font.PLAIN, 12);
      if (font.getFamily(Locale.ROOT).equals(name) && font.canDisplayUpTo(SAMPLE) < 0) {
        return font;
      }
    }
    return null;
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.walk(folder, 2)) {
      return inside.filter(Fonts::isFont).sorted().toList();
    } catch (IOException e) {
      System.err.println("Fonts in " + folder + " cannot be read: " + e.getMessage());
      return List.of();
    }
  }

  private static boolean isFont(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".ttf") || name.endsWith(".otf") || name.endsWith(".ttc");
  }

  private static void read(Path file, List<Font> all) {
    try {
      all.add(Font.createFont(Font.TRUETYPE_FONT, file.toFile()));
    } catch (FontFormatException | IOException e) {
      System.err.println("The font file " + file + " cannot be used: " + e.getMessage());
    }
  }

  Font main() {
    return fonts.get(0);
  }

  /** The first font that has a letter; the main one when none has. */
  Font of(int letter) {
    for (Font font : fonts) {
      if (font.canDisplay(letter)) {
        return font;
      }
    }
    return fonts.get(0);
  }

  boolean has(int letter) {
    return fonts.stream().anyMatch(font -> font.canDisplay(letter));
  }

  /** What the reader of a picture can do about letters that no font has; "" when there are none. */
  static String advice(SortedSet<Integer> missing) {
    if (missing.isEmpty()) {
      return "";
    }
    boolean chinese = missing.stream().anyMatch(c -> Character.isIdeographic(c));
    StringBuilder some = new StringBuilder();
    missing.stream().limit(8).forEach(some::appendCodePoint);
    return chinese
        ? "No font with Chinese letters was found: install Noto Sans CJK (package fonts-noto-cjk)"
            + " or put a .ttf or .otf file into the folder LECTERN_FONTS."
        : "No font was found that has: " + some;
  }

  /** Says it once, on the error stream. */
  static void tell(String advice) {
    if (!TOLD.getAndSet(true)) {
      System.err.println("Pictures of figures: " + advice);
    }
  }
}
