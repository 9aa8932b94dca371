package lectern.kernel.session;

import lectern.display.MimeBundle;
import lectern.kernel.cell.CellEngine;
import lectern.kernel.cell.Completeness;
import lectern.kernel.cell.Completion;
import lectern.kernel.magic.CellRunner;

/** The engine and the magics around it, once they are ready. */
public final class JavaRoom {
  private final CellEngine engine;
  private final CellRunner runner;
  private final Executor executor;

  /** A room. */
  public JavaRoom(CellEngine engine, CellRunner runner) {
    this.engine = engine;
    this.runner = runner;
    this.executor = new Executor(engine, runner);
  }

  CellEngine engine() {
    return engine;
  }

  Executor executor() {
    return executor;
  }

  Completion complete(String code, int cursor) {
    return runner.completeMagic(code, cursor).orElseGet(() -> engine.complete(code, cursor));
  }

  MimeBundle inspect(String code, int cursor) {
    return runner.inspectMagic(code, cursor).orElseGet(() -> engine.inspect(code, cursor));
  }

  Completeness completeness(String code) {
    return runner.completeness(code);
  }
}
