package lectern.kernel.session;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.display.MimeBundle;
import lectern.kernel.cell.CellEngine;
import lectern.kernel.cell.CellError;
import lectern.kernel.cell.CellFailure;
import lectern.kernel.cell.CellSource;
import lectern.kernel.cell.CellValue;
import lectern.kernel.magic.CellRunner;
import lectern.kernel.message.MimeJson;
import lectern.kernel.output.Notebook;
import lectern.kernel.wire.Json;

/** Runs a cell's code on the calling thread and renders what it comes to. */
final class Executor {
  private final CellEngine engine;
  private final CellRunner runner;
  private final ThreadLocal<List<String>> addedImports = ThreadLocal.withInitial(List::of);

  Executor(CellEngine engine, CellRunner runner) {
    this.engine = engine;
    this.runner = runner;
  }

  /**
   * Runs magics and Java.
   *
   * @return the looks of its value, or empty
   */
  Optional<MimeBundle> run(String code, CellName name) throws CellFailure {
    engine.takeAddedImports();
    try {
      CellValue value = runner.run(code, name.toString());
      addedImports.set(engine.takeAddedImports());
      boolean nothing =
          value.value() == null
              || value.expression().startsWith("display(") && Notebook.isLastId(value.value());
      if (nothing) {
        return Optional.empty();
      }
      if (name.isOfNotebook()) {
        Notebook.remember(name.count(), value.value());
      }
      return Optional.of(looks(value.value())).filter(bundle -> !bundle.isEmpty());
    } catch (CellFailure e) {
      throw e;
    } catch (Throwable e) {
      throw engine.explain(e);
    }
  }

  /**
   * Classes that this thread's cell, run by {@link #run}, has used without an import of its own.
   */
  List<String> addedImports() {
    return addedImports.get();
  }

  /** The looks of a value, with its JSON checked while its error can still be shown. */
  private static MimeBundle looks(Object value) {
    MimeBundle bundle = Notebook.bundle(value);
    MimeJson.data(bundle);
    return bundle;
  }

  /** Evaluates expressions after a cell; one that fails does not keep the others from it. */
  JsonObject evaluate(Map<String, String> expressions) {
    JsonObject values = new JsonObject();
    expressions.forEach((name, expression) -> values.add(name, value(name, expression)));
    return values;
  }

  private JsonObject value(String name, String expression) {
    try {
      CellSource source = new CellSource(expression, "expression " + name, 1);
      Object value = engine.evaluate(source).value();
      MimeBundle bundle = Notebook.bundle(value);
      return Json.object(
          "status", "ok",
          "data", MimeJson.data(bundle),
          "metadata", MimeJson.metadata(bundle));
    } catch (Throwable e) {
      CellError error = engine.explain(e).error();
      return Json.object(
          "status", "error",
          "ename", error.name(),
          "evalue", error.text(),
          "traceback", error.traceback());
    }
  }
}
