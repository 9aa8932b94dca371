package lectern.plot;

import java.util.List;
import java.util.Locale;

/**
 * The colours of a figure: for light or for dark surroundings. The series' colours can be told
 * apart by colour-blind readers (after Okabe and Ito).
 */
public enum Theme {
  LIGHT(
      "#ffffff",
      "#1f2933",
      "#52606d",
      "#e4e8ec",
      "#9aa5b1",
      List.of(
          "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7a5bb5", "#7b8794",
          "#a5562f", "#b5a900"),
      List.of("#f2f7fc", "#c3dcf0", "#7fb6dc", "#2f83c0", "#0b4f8a", "#062e57")),
  DARK(
      "#111418",
      "#e4e8ec",
      "#a9b4bf",
      "#2b323a",
      "#616e7c",
      List.of(
          "#56b4e9", "#f2874b", "#2cc295", "#e59bc8", "#f2b53a", "#9aa9ff", "#c9a7f5", "#b8c2cc",
          "#d9a07f", "#e8e06a"),
      List.of("#16212d", "#1c4468", "#2270a8", "#4a9bd3", "#93c7ec", "#e3f1fb"));

  /** The name of the environment variable that chooses the theme where a figure names none. */
  static final String VARIABLE = "LECTERN_THEME";

  final String paper;
  final String text;
  final String muted;
  final String grid;
  final String line;
  final List<String> series;
  final List<String> scale;

  Theme(
      String paper,
      String text,
      String muted,
      String grid,
      String line,
      List<String> series,
      List<String> scale) {
    this.paper = paper;
    this.text = text;
    this.muted = muted;
    this.grid = grid;
    this.line = line;
    this.series = series;
    this.scale = scale;
  }

  /** What {@code LECTERN_THEME} names, light or dark; light where it names neither. */
  public static Theme standard() {
    String named = System.getenv(VARIABLE);
    return named != null && named.trim().toLowerCase(Locale.ROOT).equals("dark") ? DARK : LIGHT;
  }
}
