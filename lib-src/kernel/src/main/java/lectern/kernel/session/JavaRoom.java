package lectern.kernel.session;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.kernel.assist.Completeness;
import lectern.kernel.assist.Completion;
import lectern.kernel.cell.CellEngine;
import lectern.kernel.cell.Variable;
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

  /**
   * The room, once it is ready.
   *
   * @throws UserError where Java could not be started
   */
  static JavaRoom of(Future<JavaRoom> java) {
    try {
      return java.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("stopped before Java was ready");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UserError told
          ? told
          : new UserError("Java could not be started: " + e.getCause(), e.getCause());
    }
  }

  List<Variable> variables() {
    return engine.variables();
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

  MimeBundle inspect(String code, int cursor, boolean withSource) {
    return runner
        .inspectMagic(code, cursor)
        .orElseGet(() -> engine.inspect(code, cursor, withSource));
  }

  Completeness completeness(String code) {
    return runner.completeness(code);
  }
}
