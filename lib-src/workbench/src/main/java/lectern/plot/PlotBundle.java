package lectern.plot;

import com.google.gson.JsonObject;
import lectern.display.MimeBundle;
import lectern.plot.picture.Picture;

/** The forms in which a notebook gets a figure: Plotly JSON, a picture of the same look, a line. */
final class PlotBundle {
  /** Pixels of the picture for each CSS pixel. */
  static final double SCALE = 2;

  private PlotBundle() {}

  static MimeBundle of(JsonObject complete, String words) {
    Picture picture = Picture.of(complete);
    return MimeBundle.text(words)
        .with(MimeBundle.PLOTLY, new MimeBundle.Json(StrictJson.write(complete)))
        .withPng(picture.png(SCALE), new MimeBundle.PictureSize(picture.width(), picture.height()));
  }
}
