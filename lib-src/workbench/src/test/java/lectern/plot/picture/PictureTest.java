package lectern.plot.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {
  private static String figure(String data, String layout) {
    return "{\"data\": ["
        + data
        + "], \"layout\": {\"width\": 400, \"height\": 300"
        + layout
        + "}}";
  }

  private static BufferedImage image(String json, double scale) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(Picture.of(json).png(scale)));
  }

  @Test
  void whatItCannotDrawIsNamedInThePicture() throws IOException {
    String json = figure("{\"type\": \"sankey\"}, {\"type\": \"scatter3d\"}", "");
    Picture picture = Picture.of(json);
    assertEquals(List.of("sankey", "scatter3d"), picture.unsupported());
    assertEquals(
        "No picture of the chart type sankey, scatter3d without a browser:<br>open the notebook in"
            + " JupyterLab to see it.",
        Picture.words(picture.unsupported()));
    BufferedImage said = image(json, 1);
    BufferedImage empty = image(figure("", ""), 1);
    int different = 0;
    for (int x = 0; x < 400; x++) {
      for (int y = 100; y < 200; y++) {
        different += said.getRGB(x, y) == empty.getRGB(x, y) ? 0 : 1;
      }
    }
    assertTrue(different > 500, "the words have " + different + " pixels");
  }

  @Test
  void amountsInAPieAreWrittenAsPlotlyWritesThem() {
    assertEquals("0", Pie.amount(0));
    assertEquals("52.5", Pie.amount(52.5));
    assertEquals("2018", Pie.amount(2018));
    assertEquals("10,000,000", Pie.amount(1e7));
    assertEquals("1,234.5", Pie.amount(1234.5));
    assertEquals("0.3", Pie.amount(0.1 + 0.2));
    assertEquals("1.5e-7", Pie.amount(1.5e-7));
  }

  @Test
  void coloursStandWhereTheDataSay() throws IOException {
    String bars =
        "{\"type\": \"bar\", \"x\": [\"a\", \"b\"], \"y\": [10, 5],"
            + " \"marker\": {\"color\": \"#ff0000\"}}";
    String layout = ", \"margin\": {\"l\": 0, \"r\": 0, \"t\": 0, \"b\": 0}";
    BufferedImage image = image(figure(bars, layout), 1);
    assertEquals(0xff0000, image.getRGB(100, 100) & 0xffffff);
    assertEquals(0xff0000, image.getRGB(300, 200) & 0xffffff);
    assertEquals(0xffffff, image.getRGB(300, 100) & 0xffffff);
    assertEquals(0xffffff, image.getRGB(200, 200) & 0xffffff);
  }

  @Test
  void twoPixelsForEachOfItsSize() throws IOException {
    assertEquals(800, image(figure("", ""), 2).getWidth());
    assertThrows(IllegalArgumentException.class, () -> Picture.of(figure("", "")).png(0));
  }

  @Test
  void plotlysOwnQuartiles() {
    Boxes.Box box = Boxes.box(0, new double[] {9, 1, 2, 3, 4, 5, 6, 7, 8, 40});
    assertEquals(3, box.first());
    assertEquals(5.5, box.median());
    assertEquals(8, box.third());
    assertEquals(1, box.low());
    assertEquals(9, box.high());
    assertArrayEquals(new double[] {40}, box.far());
  }

  @Test
  void manyColoursBecome256NearOnes() throws IOException {
    int[] pixels = new int[256 * 256];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (i % 256) << 16 | (i / 256) << 8 | 128;
    }
    Palette palette = Palette.of(pixels, 256);
    byte[] bytes = palette.bytes();
    assertEquals(256, bytes.length / 3);
    int worst = 0;
    for (int pixel : pixels) {
      int at = 3 * palette.index(pixel);
      worst = Math.max(worst, Math.abs((bytes[at] & 255) - (pixel >> 16 & 255)));
      worst = Math.max(worst, Math.abs((bytes[at + 1] & 255) - (pixel >> 8 & 255)));
    }
    assertTrue(worst <= 16, "a colour is off by " + worst);
  }

  @Test
  void fewColoursStayExact() {
    int[] pixels = {0x123456, 0xffffff, 0x123456, 0x000001};
    Palette palette = Palette.of(pixels, 256);
    assertEquals(9, palette.bytes().length);
    int at = 3 * palette.index(0x123456);
    assertArrayEquals(
        new byte[] {0x12, 0x34, 0x56}, Arrays.copyOfRange(palette.bytes(), at, at + 3));
  }

  @Test
  void theFontOfTheSetUpIsUsedWhereTheMachineHasNone() {
    String home = System.getenv("LECTERN_HOME");
    assumeTrue(home != null && Files.isDirectory(Path.of(home, ".lectern", "fonts")));
    Fonts last = Fonts.of(List.of(), List.of(Path.of(home, ".lectern", "fonts")), false);
    assertTrue(last.has('课') && last.has('识'));
  }

  @Test
  void lettersWithoutAFontAreSaid() {
    Fonts none = Fonts.of(List.of(), List.of(), false);
    if (none.has('课')) {
      return; // This machine's first font has Chinese letters already.
    }
    String json = figure("", ", \"title\": {\"text\": \"课程\"}");
    byte[] without = Picture.of(json).png(1, none);
    byte[] latin = Picture.of(figure("", ", \"title\": {\"text\": \"ab\"}")).png(1, none);
    assertFalse(Arrays.equals(without, latin));
    String advice = Fonts.advice(new TreeSet<>(List.of((int) '课')));
    assertTrue(advice.contains("fonts-noto-cjk") && advice.contains("LECTERN_FONTS"), advice);
    assertEquals("", Fonts.advice(new TreeSet<>()));
    assertTrue(Fonts.advice(new TreeSet<>(List.of(0x1F600))).contains("\uD83D\uDE00"));
  }

  @Test
  void texts() {
    var lines = Markup.lines("x<sup>2</sup> &lt; <b>4</b><br>3 < 4 & <unknown>");
    assertEquals(2, lines.size());
    assertEquals(
        List.of(
            new Markup.Run("x", false, false, 0),
            new Markup.Run("2", false, false, 1),
            new Markup.Run(" < ", false, false, 0),
            new Markup.Run("4", true, false, 0)),
        lines.get(0));
    assertEquals("3 < 4 & <unknown>", lines.get(1).get(0).text());
  }

  @Test
  void coloursInEveryNotation() {
    for (String css : List.of("#0072b2", "rgb(0, 114, 178)", "rgba(0,114,178,1)")) {
      assertEquals("#0072b2", Colours.hex(Colours.parse(css)));
    }
    assertEquals("#aabbcc", Colours.hex(Colours.parse("#abc")));
    assertEquals("#4682b4", Colours.hex(Colours.parse("SteelBlue")));
    assertEquals("#000000", Colours.hex(Colours.parse("no colour at all")));
  }
}
