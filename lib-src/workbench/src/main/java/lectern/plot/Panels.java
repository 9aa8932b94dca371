package lectern.plot;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.plot.picture.Picture;

/**
 * Several figures in one: side by side, or in a grid.
 *
 * <pre>{@code
 * Panels.of("Two starts", first, second)
 * }</pre>
 *
 * <p>Each panel keeps its title, axes, colours and legend. A panel is 440 x 340 pixels unless its
 * figure names a size. {@code stacked} and {@code overlaid} hold for all panels together.
 */
public final class Panels implements Displayable {
  static final int WIDTH = 440;
  static final int HEIGHT = 340;

  private final String title;
  private final int columns;
  private final List<Figure> figures;
  private final Theme theme;

  private Panels(String title, int columns, List<Figure> figures, Theme theme) {
    this.title = title;
    this.columns = columns;
    this.figures = figures;
    this.theme = theme;
  }

  /**
   * Figures side by side.
   *
   * @param title stands above them all; "" for none
   */
  public static Panels of(String title, Figure... figures) {
    return grid(title, Math.max(1, figures.length), figures);
  }

  /**
   * Figures in rows from left to right.
   *
   * @param columns how many stand in a row, at least 1
   */
  public static Panels grid(String title, int columns, Figure... figures) {
    if (columns < 1) {
      throw new UserError("columns must be at least 1, not " + columns + ".");
    }
    if (figures.length == 0) {
      throw new UserError("Panels need at least one figure.");
    }
    return new Panels(title, columns, List.of(figures), null);
  }

  /** Colours for light or dark surroundings, for all panels. */
  public Panels theme(Theme chosen) {
    return new Panels(title, columns, figures, chosen);
  }

  /** The complete figure as strict Plotly JSON. */
  public String json() {
    return StrictJson.write(complete());
  }

  /** The picture as a PNG file, with two pixels for each pixel of the size. */
  public byte[] png() {
    return Picture.of(complete()).png(PlotBundle.FILE_SCALE);
  }

  /** Writes the picture into a file; its folder must exist. */
  public void savePng(Path file) {
    try {
      Files.write(file, png());
    } catch (IOException e) {
      throw new UncheckedIOException("The picture cannot be written to " + file, e);
    }
  }

  @Override
  public MimeBundle bundle() {
    return PlotBundle.of(complete(), toString());
  }

  /** A line that counts the panels, then a line for each. */
  @Override
  public String toString() {
    StringBuilder words = new StringBuilder("Figure");
    words.append(title.isEmpty() ? "" : " \"" + title + "\"");
    words.append(": ").append(figures.size()).append(figures.size() == 1 ? " panel" : " panels");
    figures.forEach(figure -> words.append("\n  ").append(figure));
    return words.toString();
  }

  JsonObject complete() {
    Theme own = theme == null ? Theme.standard() : theme;
    List<JsonObject> complete = new ArrayList<>();
    for (Figure figure : figures) {
      Figure sized = figure.setting("width") == null ? figure.size(WIDTH, HEIGHT) : figure;
      complete.add(sized.theme(own).complete());
    }
    return new PanelGrid(complete, columns, title, own).json();
  }
}
