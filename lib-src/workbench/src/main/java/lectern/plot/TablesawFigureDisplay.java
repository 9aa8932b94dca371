package lectern.plot;

import com.google.gson.JsonObject;
import lectern.display.DisplayProvider;
import lectern.display.MimeBundle;

/**
 * Shows a figure of tablesaw-jsplot that is the value of a cell, with the colours of the theme
 * where it names none.
 */
public final class TablesawFigureDisplay
    implements DisplayProvider<tech.tablesaw.plotly.components.Figure> {
  @Override
  public Class<tech.tablesaw.plotly.components.Figure> type() {
    return tech.tablesaw.plotly.components.Figure.class;
  }

  @Override
  public MimeBundle bundle(tech.tablesaw.plotly.components.Figure figure) {
    JsonObject json = TablesawFigure.json(figure);
    boolean handlers = figure.getEventHandlers() != null && figure.getEventHandlers().length > 0;
    String words = Words.of(json) + (handlers ? "; its event handlers do not run here" : "");
    return PlotBundle.of(Look.complete(json, Theme.standard()), words);
  }

  /** The complete figure as strict Plotly JSON, with the colours of a theme. */
  public static String json(tech.tablesaw.plotly.components.Figure figure, Theme theme) {
    return StrictJson.write(Look.complete(TablesawFigure.json(figure), theme));
  }
}
