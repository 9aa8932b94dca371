package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.kernel.compile.PublicJavaTasks;
import org.junit.jupiter.api.Test;

/** What stays of cells that have run. */
class ManyCellsTest {
  private final WholeCellEngine engine =
      new WholeCellEngine(new PublicJavaTasks(), List.of(), () -> false);

  private CellValue run(String code) throws CellFailure {
    return engine.evaluate(new CellSource(code, "cell", 1));
  }

  @Test
  void variablesAreListedInOrderWithTypeAndValue() throws CellFailure {
    run("import java.util.*; record P(int x) { }\nint a = 3; var p = List.of(new P(1));");
    run("String a = \"new\";");
    List<Variable> found = engine.variables();
    assertEquals(List.of("a", "p"), found.stream().map(Variable::name).toList());
    assertEquals(List.of("String", "List<P>"), found.stream().map(Variable::type).toList());
    assertEquals("new", found.get(0).value());
  }

  @Test
  void classesThatNobodyCanUseAreDropped() throws CellFailure {
    for (int i = 0; i < 30; i++) {
      run("class T { int v = " + i + "; }\nint f(T t) { return t.v; }\nint now = f(new T());");
    }
    assertEquals(29, run("now").value());
    assertTrue(engine.classesKept() < 12, engine.classesKept() + " classes are kept");
  }

  @Test
  void slotsOfMethodsThatNobodyCanCallAreDropped() throws Exception {
    for (int i = 0; i < 30; i++) { // another T each time, and so another descriptor
      run(
          "class T { int v = "
              + i
              + "; }\nint f(T t) { return t.v; }\nint g() { return f(new T()); }");
      assertEquals(i, run("g()").value());
    }
    for (int i = 0; i < 50 && engine.slotsKept() > 4; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertTrue(engine.slotsKept() <= 4, engine.slotsKept() + " slots are kept");
  }

  @Test
  void aReplacedVariableStaysWithThoseWhoUseIt() throws Exception {
    run("int[] shared = {7};\njava.util.function.IntSupplier reader = () -> shared[0];");
    var reader = (java.util.function.IntSupplier) run("reader").value();
    run("String shared = \"other\";");
    run("String reader = \"gone\";");
    System.gc();
    assertEquals(7, reader.getAsInt());
  }
}
