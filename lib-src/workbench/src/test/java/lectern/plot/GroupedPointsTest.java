package lectern.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class GroupedPointsTest {
  @Test
  void eachGroupIsASeriesOfItsPointsInOrder() {
    double[] x = {1, 2, 3, 4};
    double[] y = {5, 6, 7, 8};
    String json = Figure.of("g").groupedPoints(x, y, new int[] {2, 0, 2, 0}).json();
    JsonArray data = JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("data");
    assertEquals(2, data.size());
    assertEquals("group 0", data.get(0).getAsJsonObject().get("name").getAsString());
    assertEquals("[2,4]", data.get(0).getAsJsonObject().get("x").toString());
    assertEquals("[5,7]", data.get(1).getAsJsonObject().get("y").toString());
  }

  @Test
  void aPointWithoutAGroupIsRefused() {
    Figure figure = Figure.of("g");
    double[] two = {1, 2};
    assertThrows(UserError.class, () -> figure.groupedPoints(two, two, new int[] {1}));
  }
}
