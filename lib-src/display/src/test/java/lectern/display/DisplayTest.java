package lectern.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
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
