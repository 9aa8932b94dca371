package lectern.display;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.swing.ImageIcon;

/** An image of Java's as a PNG picture; one of very many pixels is made smaller first. */
final class PictureLooks {
  /** The longer side of what is sent, in pixels: more than a notebook's page shows. */
  private static final int LONGEST = 2_000;

  private PictureLooks() {}

  static MimeBundle of(Object value) {
    Image image = (Image) value;
    if (!(image instanceof BufferedImage)) {
      image = new ImageIcon(image).getImage(); // waits until it is loaded
    }
    int width = image.getWidth(null);
    int height = image.getHeight(null);
    if (width < 1 || height < 1) {
      return MimeBundle.text("an image that could not be loaded");
    }
    double scale = Math.min(1, LONGEST / (double) Math.max(width, height));
    int shownWidth = Math.max(1, (int) Math.round(width * scale));
    int shownHeight = Math.max(1, (int) Math.round(height * scale));
    String text = value.getClass().getSimpleName() + ", " + width + " x " + height + " pixels";
    String less = scale < 1 ? ", shown with " + shownWidth + " x " + shownHeight : "";
    return MimeBundle.text(text + less)
        .withPng(
            png(image, shownWidth, shownHeight),
            new MimeBundle.PictureSize(shownWidth, shownHeight));
  }

  private static byte[] png(Image image, int width, int height) {
    boolean asItIs =
        image instanceof BufferedImage && image.getWidth(null) == width && isPlain(image);
    BufferedImage shown = asItIs ? (BufferedImage) image : drawn(image, width, height);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.setUseCache(false);
      ImageIO.write(shown, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("the image cannot be written as PNG", e);
    }
    return bytes.toByteArray();
  }

  /** Whether the PNG writer knows its pixels. */
  private static boolean isPlain(Image image) {
    return ((BufferedImage) image).getType() != BufferedImage.TYPE_CUSTOM;
  }

  private static BufferedImage drawn(Image image, int width, int height) {
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return drawn;
  }
}
