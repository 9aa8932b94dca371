package lectern.plot.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Draws shapes and words on a picture whose unit is the CSS pixel. */
final class Ink {
  private static final double LINE = 1.3;

  private final Graphics2D graphics;
  private final Fonts fonts;
  private final double fontSize;
  private final Color fontColour;
  private final FontRenderContext context;
  private final SortedSet<Integer> missing = new TreeSet<>();

  Ink(Graphics2D graphics, Fonts fonts, double fontSize, Color fontColour) {
    this.graphics = graphics;
    this.fonts = fonts;
    this.fontSize = fontSize;
    this.fontColour = fontColour;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    this.context = new FontRenderContext(null, true, true);
  }

  double fontSize() {
    return fontSize;
  }

  Color fontColour() {
    return fontColour;
  }

  /** The letters that were asked for and that no font has. */
  SortedSet<Integer> missedLetters() {
    return missing;
  }

  void clip(double x, double y, double width, double height, double slack) {
    graphics.setClip(
        new Rectangle2D.Double(x - slack, y - slack, width + 2 * slack, height + 2 * slack));
  }

  void noClip() {
    graphics.setClip(null);
  }

  void moveTo(double x, double y, Runnable drawing) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    drawing.run();
    graphics.setTransform(before);
  }

  void fill(Shape shape, Color colour) {
    graphics.setColor(colour);
    graphics.fill(shape);
  }

  void stroke(Shape shape, Color colour, double width, String dash) {
    if (width <= 0) {
      return;
    }
    graphics.setColor(colour);
    graphics.setStroke(
        new BasicStroke(
            (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 2, dash(dash, width), 0));
    graphics.draw(shape);
  }

  private static float[] dash(String name, double width) {
    float unit = (float) Math.max(3, width);
    return switch (name) {
      case "dot" -> new float[] {unit, unit};
      case "dash" -> new float[] {3 * unit, 3 * unit};
      case "longdash" -> new float[] {5 * unit, 5 * unit};
      case "dashdot" -> new float[] {3 * unit, unit, unit, unit};
      case "longdashdot" -> new float[] {5 * unit, 2 * unit, unit, 2 * unit};
      default -> null;
    };
  }

  /** A filled rectangle with an edge; no edge when its width is 0. */
  void rectangle(
      double x, double y, double width, double height, Color fill, Color edge, double edgeWidth) {
    Rectangle2D box = new Rectangle2D.Double(x, y, width, height);
    fill(box, fill);
    if (edgeWidth > 0) {
      stroke(box, edge, edgeWidth, "solid");
    }
  }

  /** A rectangle without soft edges, so that neighbours leave no seam. */
  void cell(double x, double y, double width, double height, Color fill) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    double x0 = Math.round(x * 2) / 2.0;
    double y0 = Math.round(y * 2) / 2.0;
    double x1 = Math.round((x + width) * 2) / 2.0;
    double y1 = Math.round((y + height) * 2) / 2.0;
    fill(new Rectangle2D.Double(x0, y0, x1 - x0, y1 - y0), fill);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
  }

  /** The width of the widest line of a text. */
  double width(String text, double size) {
    double widest = 0;
    for (List<Markup.Run> line : Markup.lines(text)) {
      double width = 0;
      for (Piece piece : pieces(line, size)) {
        width += piece.width;
      }
      widest = Math.max(widest, width);
    }
    return widest;
  }

  static int lineCount(String text) {
    return Markup.lines(text).size();
  }

  static double height(String text, double size) {
    return lineCount(text) * size * LINE;
  }

  private record Piece(String text, Font font, double width, double rise) {}

  private List<Piece> pieces(List<Markup.Run> line, double size) {
    List<Piece> pieces = new ArrayList<>();
    for (Markup.Run run : line) {
      int style = (run.bold() ? Font.BOLD : 0) | (run.italic() ? Font.ITALIC : 0);
      double ownSize = run.raised() == 0 ? size : size * 0.7;
      double rise = run.raised() > 0 ? size * 0.6 * 0.7 : run.raised() < 0 ? -size * 0.2 : 0;
      String text = run.text();
      int from = 0;
      while (from < text.length()) {
        Font font = fonts.of(text.codePointAt(from));
        int to = from;
        while (to < text.length()) {
          int letter = text.codePointAt(to);
          if (letter > 32 && !fonts.has(letter)) {
            missing.add(letter);
          }
          if (fonts.of(letter) != font && letter != ' ') {
            break;
          }
          to += Character.charCount(letter);
        }
        String part = text.substring(from, to);
        Font sized = font.deriveFont(style, (float) ownSize);
        pieces.add(new Piece(part, sized, sized.getStringBounds(part, context).getWidth(), rise));
        from = to;
      }
    }
    return pieces;
  }

  /**
   * Writes a text of one or more lines.
   *
   * @param alignX 0: x is its left end, 0.5: its middle, 1: its right end
   * @param alignY 0: y is its top, 0.5: its middle, 1: its bottom
   * @param degrees turned clockwise around (x, y)
   */
  void text(
      String text,
      double x,
      double y,
      double alignX,
      double alignY,
      double size,
      Color colour,
      double degrees) {
    List<List<Markup.Run>> lines = Markup.lines(text);
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.rotate(Math.toRadians(degrees));
    graphics.setColor(colour);
    double top = -alignY * lines.size() * size * LINE;
    for (int i = 0; i < lines.size(); i++) {
      List<Piece> pieces = pieces(lines.get(i), size);
      double width = pieces.stream().mapToDouble(Piece::width).sum();
      double at = -alignX * width;
      double base = top + i * size * LINE + size * 1.02;
      for (Piece piece : pieces) {
        graphics.setFont(piece.font);
        graphics.drawString(piece.text, (float) at, (float) (base - piece.rise));
        at += piece.width;
      }
    }
    graphics.setTransform(before);
  }
}
