package lectern.kernel.session;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.kernel.cell.CellError;
import lectern.kernel.cell.CellFailure;
import lectern.kernel.memory.Reserve;
import lectern.kernel.message.ErrorBroadcast;
import lectern.kernel.message.ExecuteInput;
import lectern.kernel.message.ExecuteReply;
import lectern.kernel.message.ExecuteRequest;
import lectern.kernel.message.ExecuteResult;
import lectern.kernel.output.CellOutput;
import lectern.kernel.output.CurrentOutput;
import lectern.kernel.output.Publisher;
import lectern.kernel.output.Streams;
import lectern.kernel.stop.CellStopped;
import lectern.kernel.wire.Message;

/** Runs the cells of one shell one after the other, counts them and stops them. */
final class Cells {
  private final ScheduledExecutorService timer;
  private final CellThread thread;
  private final Interrupter interrupter;
  private final String shell;
  private final Replies replies;
  private final StdinQuestions questions;
  private final History history;
  private final Future<JavaRoom> java;
  private final long timeLimitMillis;
  private final Runnable abortWaiting;
  private int counted;
  private volatile CellOutput running;
  private volatile boolean closed;

  /**
   * No cell yet.
   *
   * @param shell the name of their shell; "" for the first
   * @param abortWaiting keeps the cells that wait from running
   */
  Cells(
      String shell,
      Shared shared,
      StdinQuestions questions,
      History history,
      Runnable abortWaiting) {
    this.shell = shell;
    this.replies = shared.replies();
    this.java = shared.java();
    this.timer = shared.timer();
    this.timeLimitMillis = shared.timeLimitMillis();
    ThreadGroup here = Thread.currentThread().getThreadGroup();
    this.thread = new CellThread(shell.isEmpty() ? here : new CellGroup(shell));
    this.interrupter = new Interrupter(thread, timer);
    this.questions = questions;
    this.history = history;
    this.abortWaiting = abortWaiting;
  }

  /** A cell that does not run because one before it has failed. */
  ExecuteReply aborted() {
    return ExecuteReply.aborted(counted);
  }

  /** A cell: input, magics, evaluate, render, reply. Busy and idle stand around it. */
  ExecuteReply execute(Message request, ExecuteRequest cell) throws Throwable {
    int count = counted + 1;
    counted += cell.storeHistory() ? 1 : 0;
    Publisher publisher = cell.silent() ? (about, content) -> {} : replies;
    CellOutput output = output(request, cell, publisher);
    publisher.publish(request, new ExecuteInput(cell.code(), count));
    try {
      CellWorker worker = thread.worker();
      return thread.run(
          () -> {
            enter(output);
            Executor executor = JavaRoom.of(java).executor();
            limitTime(output);
            Optional<MimeBundle> value = executor.run(cell.code(), new CellName(shell, count));

            worker.endIfStopped();
            value.ifPresent(bundle -> output.publish(ExecuteResult.of(count, bundle)));
            remember(cell, count, value.map(MimeBundle::plain).orElse(null));
            JsonObject expressions = executor.evaluate(cell.userExpressions());
            output.finish();
            MimeBundle page = output.page().orElseGet(MimeBundle::empty);
            return ExecuteReply.ok(count, expressions, page)
                .withNewText(AddedImports.in(request, cell.code(), executor.addedImports()));
          });
    } catch (CellFailure failure) {
      return failed(request, cell, count, output, publisher, advised(failure.error(), failure));
    } catch (Throwable fault) {
      CellError error = explain(fault, output);
      return failed(request, cell, count, output, publisher, advised(error, fault));
    } finally {
      leave(output);
    }
  }

  /** With what the user can do about it, where it is more than a mistake in the code. */
  private CellError advised(CellError error, Throwable fault) {
    if (error.name().equals(CellStopped.NAME)) {
      return Deadlocks.describe().map(error::with).orElse(error);
    }
    OutOfMemoryError full = Reserve.outOfMemory(fault);
    return full == null ? error : outOfMemory(full == fault.getCause() ? error : explain(full));
  }

  private CellError outOfMemory(CellError error) {
    if (OutOfMemory.isOfThreads(error)) {
      interrupter.endThreads();
    }
    return OutOfMemory.advise(error, JavaRoom.of(java).engine().variables());
  }

  /**
   * Lets a comm's listener hear a message; what it throws is told on the message's standard error.
   *
   * @param besides on this thread while a cell may run; else on the cells' thread, in turn
   */
  void hear(Message request, Runnable listener, boolean besides) {
    CellOutput output = new CellOutput(request, replies, timer, questions.asker(request, false));
    try {
      if (besides) {
        CurrentOutput.join(output);
        listener.run();
      } else {
        thread.run(
            () -> {
              enter(output);
              listener.run();
              return null;
            });
      }
    } catch (Throwable fault) {
      output.say(String.join("\n", explain(fault, output).traceback()) + "\n");
    } finally {
      output.finish();
      if (besides) {
        CurrentOutput.join(null);
      } else {
        leave(output);
      }
    }
  }

  /** As the cell of that output sees it: an interrupt is what stopped it, if somebody did. */
  private CellError explain(Throwable fault, CellOutput output) {
    CurrentOutput.join(output);
    try {
      return explain(fault);
    } finally {
      CurrentOutput.join(null);
    }
  }

  /** Where Java could not be started there is no engine to explain anything. */
  CellError explain(Throwable fault) {
    try {
      return JavaRoom.of(java).engine().explain(fault).error();
    } catch (UserError notStarted) {
      return CellError.of(notStarted);
    }
  }

  private ExecuteReply failed(
      Message request,
      ExecuteRequest cell,
      int count,
      CellOutput output,
      Publisher publisher,
      CellError error) {
    output.finish();
    publisher.publish(request, new ErrorBroadcast(error));
    remember(cell, count, null);
    if (cell.stopOnError()) {
      abortWaiting.run();
    }
    return ExecuteReply.failed(count, error);
  }

  private CellOutput output(Message request, ExecuteRequest cell, Publisher publisher) {
    return new CellOutput(
        request, publisher, timer, questions.asker(request, cell.allowStdin() && !cell.silent()));
  }

  private void enter(CellOutput output) {
    output.runner(Thread.currentThread());
    interrupter.begin(output);
    Streams.beginCell(output);
    running = output;
    if (closed) {
      throw new CellStopped();
    }
  }

  private void leave(CellOutput output) {
    running = null;
    CurrentOutput.leave(output);
  }

  private void limitTime(CellOutput output) {
    if (timeLimitMillis > 0) {
      timer.schedule(() -> outOfTime(output), timeLimitMillis, TimeUnit.MILLISECONDS);
    }
  }

  private void outOfTime(CellOutput output) {
    if (running == output) {
      output.say(
          "stopped after "
              + timeLimitMillis
              + " ms: the environment's JJAVA_TIMEOUT or IJAVA_TIMEOUT allows no more\n");
      interrupt();
    }
  }

  private void remember(ExecuteRequest cell, int count, String output) {
    if (cell.storeHistory()) {
      history.add(count, cell.code(), output);
    }
  }

  /** Stops the cell that runs, if one does. */
  void interrupt() {
    CellOutput output = running;
    if (output != null) {
      interrupter.interrupt(output);
    }
  }

  /** Stops the cell that runs; no other runs after it. */
  void close() {
    closed = true;
    interrupt();
    thread.end();
  }
}
