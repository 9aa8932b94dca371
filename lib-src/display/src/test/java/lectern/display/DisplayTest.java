package lectern.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DisplayTest {
  private record Shows<T>(Class<T> type, String text) implements DisplayProvider<T> {
    @Override
    public MimeBundle bundle(T value) {
      return MimeBundle.text(text);
    }
  }

  @Test
  void theMostSpecificProviderSpeaks() {
    Display display =
        Display.of(
            List.of(
                new Shows<>(Number.class, "number"),
                new Shows<>(Integer.class, "integer"),
                new Shows<>(Object.class, "object")));
    assertEquals("integer", display.bundle(1).plain());
    assertEquals("number", display.bundle(1.5).plain());
    assertEquals("object", display.bundle("x").plain());
    assertEquals("null", display.bundle(null).plain());
  }

  @Test
  void aValueThatKnowsItselfComesBeforeProviders() {
    Display display = Display.of(List.of(new Shows<>(Object.class, "provider")));
    Displayable own = () -> MimeBundle.text("own");
    assertEquals("own", display.bundle(own).plain());
    assertEquals("as is", display.bundle(MimeBundle.text("as is")).plain());
  }

  @Test
  void aProviderThatReturnsNothingIsNamed() {
    Display display = Display.of(List.of());
    Displayable broken = () -> null;
    var error = assertThrows(NullPointerException.class, () -> display.bundle(broken));
    assertEquals(broken.getClass().getName() + ".bundle() returned null", error.getMessage());
  }

  private interface Shape {}

  private record Circle(double radius) implements Shape {}

  private record Square(double side) implements Shape {}

  @Test
  void theUserHasTheLastWordUntilHeTakesItBack() {
    Display display = Display.of(List.of(new Shows<>(Shape.class, "provider")));
    Display.render(Shape.class, shape -> "a shape");
    Display.render(Circle.class, c -> MimeBundle.html("<b>r &lt; " + c.radius() + "</b>"));
    try {
      assertEquals("a shape", display.bundle(new Square(1)).plain());
      MimeBundle circle = display.bundle(new Circle(2));
      assertEquals("<b>r &lt; 2.0</b>", circle.data().get(MimeBundle.HTML));
      assertEquals("Circle[radius=2.0]", circle.plain(), "text stands beside every richer form");
      assertEquals(MimeBundle.PLAIN, circle.data().keySet().iterator().next());
      Display.render(Circle.class, c -> c); // shown as usual, without end
      assertEquals("provider", display.bundle(new Circle(2)).plain());
    } finally {
      Display.renderAsUsual(Circle.class);
      Display.renderAsUsual(Shape.class);
    }
    assertEquals("provider", display.bundle(new Square(1)).plain());
    assertThrows(UserError.class, () -> Display.render(int.class, i -> "x"));
  }

  @Test
  void wordsStandBesideHtmlAndASizeBesideBytes() {
    Display display = Display.of(List.of());
    MimeBundle html =
        MimeBundle.html("<style>b {}</style><p>1 &lt; 2,\n <b>tw</b>o</p><p>x&amp;lt;</p>");
    assertEquals("1 < 2, two x&lt;", display.bundle(html).plain());
    MimeBundle picture = MimeBundle.empty().with("image/gif", new byte[1234]);
    assertEquals("image/gif, 1,234 bytes", display.bundle(picture).plain());
    assertEquals("", display.bundle(MimeBundle.empty()).plain(), "nothing stays nothing");
  }

  @Test
  void imagesArePictures() {
    Display display = Display.of(List.of());
    MimeBundle small = display.bundle(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB));
    assertEquals("BufferedImage, 30 x 20 pixels", small.plain());
    assertEquals(new MimeBundle.PictureSize(30, 20), small.sizes().get(MimeBundle.PNG));
    byte[] png = (byte[]) small.data().get(MimeBundle.PNG);
    assertEquals("PNG", new String(png, 1, 3, StandardCharsets.US_ASCII));
    MimeBundle wide = display.bundle(new BufferedImage(8000, 10, BufferedImage.TYPE_BYTE_GRAY));
    assertEquals("BufferedImage, 8000 x 10 pixels, shown with 2000 x 3", wide.plain());
  }

  @Test
  void recordsOfOneKindAreATable() {
    Display display = Display.of(List.of());
    MimeBundle table = display.bundle(List.of(new Circle(1), new Circle(2)));
    assertEquals("[Circle[radius=1.0], Circle[radius=2.0]]", table.plain());
    String html = (String) table.data().get(MimeBundle.HTML);
    assertTrue(html.contains("<th style=\"text-align: right\">radius</th>"), html);
    assertTrue(html.contains("<td style=\"text-align: right\">2.0</td>"), html);
    assertTrue(html.endsWith("<p>2 rows</p>"), html);
    MimeBundle mixed = display.bundle(List.of(new Circle(1), new Square(2)));
    assertEquals(Set.of(MimeBundle.PLAIN), mixed.data().keySet());
    MimeBundle many = display.bundle(Collections.nCopies(100, new Circle(1)));
    assertTrue(many.data().get(MimeBundle.HTML).toString().contains("100 rows, 50 shown"));
  }

  @Test
  void aTableIsAlignedText() {
    TextTable table =
        new TextTable(
            List.of(new TextTable.Column("name", false), new TextTable.Column("n", true)),
            List.of(List.of("课程", "5"), List.of("a\n b", "1,200")),
            "2 rows");
    assertEquals(
        "name      n\n----  -----\n课程      5\na b   1,200\n2 rows", table.bundle().plain());
    assertThrows(
        IllegalArgumentException.class,
        () -> TextTable.of(List.of("a"), List.of(List.of("1", "2"))));
  }

  @Test
  void bundlesAreEqualByTheirData() {
    var size = new MimeBundle.PictureSize(2, 1);
    var one = MimeBundle.text("t").withPng(new byte[] {1, 2}, size);
    assertEquals(one, MimeBundle.text("t").withPng(new byte[] {1, 2}, size));
    assertEquals(one.hashCode(), MimeBundle.text("t").withPng(new byte[] {1, 2}, size).hashCode());
    assertNotEquals(one, MimeBundle.text("t").withPng(new byte[] {1, 3}, size));
    assertEquals("text/plain 1, image/png 2", one.toString());
  }
}
