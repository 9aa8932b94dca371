package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.List;
import lectern.kernel.client.Execution;
import org.junit.jupiter.api.Test;

/** display, updateDisplay, render and the forms of values. */
class ShownTest extends KernelCase {
  @Test
  void displayShowsOnce() {
    assertEquals(List.of("display_data"), types(kernel.execute("display(7);")).subList(2, 3));
    Execution open = kernel.execute("display(7)");
    assertEquals(List.of("status", "execute_input", "display_data", "status"), types(open));
    assertEquals("7", output(open, 0).getAsJsonObject("data").get("text/plain").getAsString());
    assertTrue(
        kernel.execute("var id = display(8);\nid").result().length() > 10, "an id is a value");
  }

  @Test
  void anUpdateReplacesWhatAnEarlierCellHasShown() {
    Execution first = kernel.execute("String shown = display(\"old\");");
    Execution second = kernel.execute("updateDisplay(shown, \"new\");");
    assertEquals("update_display_data", types(second).get(2));
    JsonObject named = second.broadcasts().get(2).content().getAsJsonObject("transient");
    JsonObject before = first.broadcasts().get(2).content().getAsJsonObject("transient");
    assertEquals(before.get("display_id"), named.get("display_id"));
    assertEquals("new", output(first, 0).getAsJsonObject("data").get("text/plain").getAsString());
    assertEquals(0, second.outputs().size());
  }

  @Test
  void mimeTypesCanBeChosen() {
    Execution html = kernel.execute("display(\"<b>x</b>\", \"text/html\");");
    JsonObject data = output(html, 0).getAsJsonObject("data");
    assertEquals("<b>x</b>", data.get("text/html").getAsString());
    assertEquals("x", data.get("text/plain").getAsString(), "text stands beside richer forms");
    String error = kernel.execute("display(3, \"image/png\");").error();
    assertTrue(error.contains("cannot be shown as image/png, only as [text/plain]"), error);
    assertEquals("5", kernel.execute("render(5)").result());
  }

  @Test
  void bytesAreBase64JsonIsJsonAndPicturesHaveASize() {
    Execution cell =
        kernel.execute(
            """
            import lectern.display.MimeBundle;
            MimeBundle.text("x")
                .withPng(new byte[] {1, 2, 3}, new MimeBundle.PictureSize(40, 30))
                .with(MimeBundle.PLOTLY, new MimeBundle.Json("{\\"data\\": [1, null], \\"a\\": null}"))
            """);
    JsonObject content = output(cell, 0);
    JsonObject data = content.getAsJsonObject("data");
    assertEquals("AQID", data.get("image/png").getAsString());
    assertEquals(
        "{\"data\":[1,null],\"a\":null}",
        data.getAsJsonObject("application/vnd.plotly.v1+json").toString().replace(" ", ""));
    assertEquals(
        "{\"width\":40,\"height\":30}",
        content.getAsJsonObject("metadata").getAsJsonObject("image/png").toString());
  }

  @Test
  void jsonThatIsNotStrictIsAnErrorAndNotSent() {
    Execution cell =
        kernel.execute(
            "new lectern.display.Displayable() { public lectern.display.MimeBundle bundle() {"
                + " return lectern.display.MimeBundle.text(\"t\").with(\"application/json\", new"
                + " lectern.display.MimeBundle.Json(\"{a: NaN}\")); } }");
    assertTrue(cell.error().contains("application/json is not strict JSON"), cell.error());
  }

  @Test
  void arraysAndCollectionsShowTheirValues() {
    assertEquals("[1, 2, 3]", kernel.execute("new int[] {1, 2, 3}").result());
    assertEquals("[[1.0, 2.0], [3.0]]", kernel.execute("new double[][] {{1, 2}, {3}}").result());
    assertEquals("line", kernel.execute("\"line\"").result());
  }

  @Test
  void aToStringThatThrowsIsTold() {
    Execution cell =
        kernel.execute(
            "class Bad { public String toString() { throw new IllegalStateException(\"no\"); } }\n"
                + "new Bad()");
    assertTrue(cell.isOk());
    assertTrue(cell.result().contains("its toString threw"), cell.result());
  }

  @Test
  void clearOutputForgetsWhatWasShown() {
    Execution cell = kernel.execute("System.out.println(1); clearOutput(); display(2);");
    assertTrue(types(cell).contains("clear_output"));
    assertEquals(1, cell.outputs().size());
  }

  @Test
  void valuesOfEarlierCellsAreInOut() {
    Execution first = kernel.execute("List.of(\"a\", \"b\")");
    String again = "List<String> earlier = Out.get(" + first.count() + ");\nearlier.get(1)";
    assertEquals("b", kernel.execute(again).result());
    assertEquals("b!", kernel.execute("Out.last() + \"!\"").result());
    String error = kernel.execute("Out.get(100_000)").error();
    assertTrue(error.contains("there is no value of cell 100000"), error);
    Execution nothing = kernel.execute("Object none = null;\nnone");
    assertEquals(0, nothing.outputs().size(), "null shows nothing, as None does in Python");
  }
}
