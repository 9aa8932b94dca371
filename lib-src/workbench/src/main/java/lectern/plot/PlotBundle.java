package lectern.plot;

import com.google.gson.JsonObject;
import lectern.display.MimeBundle;
import lectern.plot.picture.Picture;

/** The forms in which a notebook gets a figure: Plotly JSON, a picture of the same look, a line. */
final class PlotBundle {
  /**
   * Pixels of the notebook's picture for each CSS pixel. One: JupyterLab's Plotly extension shows
   * the picture first, at its own number of pixels whatever the metadata say, and draws the plot in
   * its place when the mouse enters. A larger one would shrink under the mouse.
   */
  static final double SHOWN_SCALE = 1;

  /** Pixels of a saved picture for each CSS pixel: sharp on paper and on dense screens. */
  static final double FILE_SCALE = 2;

  private PlotBundle() {}

  static MimeBundle of(JsonObject complete, String words) {
    Picture picture = Picture.of(complete);
    return MimeBundle.text(words)
        .with(MimeBundle.PLOTLY, new MimeBundle.Json(StrictJson.write(complete)))
        .withPng(
            picture.png(SHOWN_SCALE),
            new MimeBundle.PictureSize(picture.width(), picture.height()));
  }
}
