package lectern.kernel.session;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lectern.display.MimeBundle;
import lectern.kernel.cell.CellError;
import lectern.kernel.cell.CellFailure;
import lectern.kernel.cell.Completion;
import lectern.kernel.message.BadRequest;
import lectern.kernel.message.CommClose;
import lectern.kernel.message.CommCloseNotice;
import lectern.kernel.message.CommInfoReply;
import lectern.kernel.message.CommInfoRequest;
import lectern.kernel.message.CommMessage;
import lectern.kernel.message.CommOpen;
import lectern.kernel.message.CompleteReply;
import lectern.kernel.message.CompleteRequest;
import lectern.kernel.message.Content;
import lectern.kernel.message.ErrorBroadcast;
import lectern.kernel.message.ErrorReply;
import lectern.kernel.message.ExecuteInput;
import lectern.kernel.message.ExecuteReply;
import lectern.kernel.message.ExecuteRequest;
import lectern.kernel.message.ExecuteResult;
import lectern.kernel.message.HistoryReply;
import lectern.kernel.message.HistoryRequest;
import lectern.kernel.message.InspectReply;
import lectern.kernel.message.InspectRequest;
import lectern.kernel.message.InterruptReply;
import lectern.kernel.message.InterruptRequest;
import lectern.kernel.message.IsCompleteReply;
import lectern.kernel.message.IsCompleteRequest;
import lectern.kernel.message.KernelInfoReply;
import lectern.kernel.message.KernelInfoRequest;
import lectern.kernel.message.Request;
import lectern.kernel.message.ShutdownReply;
import lectern.kernel.message.ShutdownRequest;
import lectern.kernel.output.CellOutput;
import lectern.kernel.output.Publisher;
import lectern.kernel.output.Streams;
import lectern.kernel.wire.Channel;
import lectern.kernel.wire.Log;
import lectern.kernel.wire.Message;
import lectern.kernel.wire.Sender;

/**
 * What happens to each request, from busy to idle.
 *
 * <p>Requests of the shell channel wait for their turn; those of the control channel are answered
 * while a cell runs. The user's code runs on a thread of its own.
 */
public final class Session {
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "lectern-timer"));
  private final CellThread cells = new CellThread();
  private final Interrupter interrupter = new Interrupter(cells, timer);
  private final History history = new History();
  private final Replies replies;
  private final StdinQuestions questions;
  private final RequestQueue shell;
  private final RequestQueue control;
  private final Future<JavaRoom> java;
  private final KernelInfoReply info;
  private final long timeLimitMillis;
  private final Consumer<Boolean> exit;
  private int counted;
  private volatile CellOutput running;

  /**
   * A session.
   *
   * @param id stands in the header of everything that it says
   * @param sender sends what the session says
   * @param settle returns when all that had arrived has been handed to {@link #received}
   * @param java becomes ready while the first requests are answered
   * @param timeLimitMillis how long a cell may run; 0 for ever
   * @param exit ends the kernel; true for a restart
   */
  public Session(
      String id,
      Sender sender,
      Runnable settle,
      Future<JavaRoom> java,
      KernelInfoReply info,
      long timeLimitMillis,
      Consumer<Boolean> exit) {
    this.replies = new Replies(id, sender);
    this.questions = new StdinQuestions(replies);
    this.java = java;
    this.info = info;
    this.timeLimitMillis = timeLimitMillis;
    this.exit = exit;
    this.shell = new RequestQueue(Channel.SHELL, this::handle, settle);
    this.control = new RequestQueue(Channel.CONTROL, this::handle, settle);
  }

  /** A message has come; it is handed on. */
  public void received(Channel channel, Message message) {
    switch (channel) {
      case SHELL -> shell.add(message);
      case CONTROL -> control.add(message);
      default -> questions.answered(message);
    }
  }

  /** Tells the front ends that the kernel is there and begins to answer. */
  public void start() {
    replies.status(null, "starting");
    shell.start();
    control.start();
  }

  /** Stops the cell that runs, if one does. */
  public void interrupt() {
    CellOutput output = running;
    if (output != null) {
      interrupter.interrupt(output, () -> java.isDone() && room().engine().stop());
    }
  }

  private void handle(Channel channel, Message request, boolean aborted) {
    replies.status(request, "busy");
    try {
      Optional<Request> read = Request.read(request.type(), request.content());
      if (read.isEmpty()) {
        refuse(channel, request, "unknown message type " + request.type());
      } else if (read.get() instanceof ExecuteRequest cell) {
        replies.reply(channel, request, aborted ? aborted() : execute(request, cell));
      } else {
        answer(channel, request, read.get());
      }
    } catch (BadRequest e) {
      refuse(channel, request, request.type() + ": " + e.getMessage());
    } catch (Throwable e) {
      Log.fault("cannot answer " + request.type(), e);
      refuse(channel, request, "the kernel failed: " + e);
    } finally {
      replies.status(request, "idle");
    }
  }

  private ExecuteReply aborted() {
    return ExecuteReply.aborted(counted);
  }

  /** A cell: input, magics, evaluate, render, reply. Busy and idle stand around it. */
  private ExecuteReply execute(Message request, ExecuteRequest cell) throws Throwable {
    int count = counted + 1;
    counted += cell.storeHistory() ? 1 : 0;
    Publisher publisher = cell.silent() ? (about, content) -> {} : replies;
    CellOutput output = output(request, cell, publisher);
    publisher.publish(request, new ExecuteInput(cell.code(), count));
    try {
      return cells.run(
          () -> {
            enter(output);
            Executor executor = room().executor();
            limitTime(output);
            Optional<MimeBundle> value = executor.run(cell.code(), count);
            value.ifPresent(bundle -> output.publish(ExecuteResult.of(count, bundle)));
            remember(cell, count, value.map(MimeBundle::plain).orElse(null));
            JsonObject expressions = executor.evaluate(cell.userExpressions());
            output.finish();
            return ExecuteReply.ok(count, expressions);
          });
    } catch (CellFailure failure) {
      return failed(request, cell, count, output, publisher, failure.error());
    } catch (Throwable fault) {
      CellError error = room().engine().explain(fault).error();
      return failed(request, cell, count, output, publisher, error);
    } finally {
      running = null;
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
      shell.abortWaiting();
    }
    return ExecuteReply.failed(count, error);
  }

  private CellOutput output(Message request, ExecuteRequest cell, Publisher publisher) {
    return new CellOutput(
        request, publisher, timer, questions.asker(request, cell.allowStdin() && !cell.silent()));
  }

  private void enter(CellOutput output) {
    output.runner(Thread.currentThread());
    Streams.beginCell(output);
    running = output;
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

  private void answer(Channel channel, Message request, Request asked) throws Exception {
    if (asked instanceof CommOpen open) {
      Log.say("no comm target " + open.targetName() + ": closed");
      replies.publish(request, new CommCloseNotice(open.commId()));
    } else if (asked instanceof ShutdownRequest shutdown) {
      replies.reply(channel, request, new ShutdownReply(shutdown.restart()));
      replies.status(request, "idle");
      exit.accept(shutdown.restart());
    } else if (!(asked instanceof CommMessage) && !(asked instanceof CommClose)) {
      replies.reply(channel, request, contentFor(asked));
    }
  }

  private Content contentFor(Request asked) throws Exception {
    if (asked instanceof KernelInfoRequest) {
      return info;
    } else if (asked instanceof CommInfoRequest) {
      return new CommInfoReply(new JsonObject());
    } else if (asked instanceof InterruptRequest) {
      interrupt();
      return new InterruptReply();
    } else if (asked instanceof HistoryRequest wanted) {
      return new HistoryReply(history.find(wanted), wanted.output());
    } else if (asked instanceof CompleteRequest wanted) {
      Completion completion = room().complete(wanted.code(), wanted.cursor());
      return new CompleteReply(wanted.code(), completion);
    } else if (asked instanceof InspectRequest wanted) {
      return new InspectReply(room().inspect(wanted.code(), wanted.cursor()));
    } else if (asked instanceof IsCompleteRequest wanted) {
      return new IsCompleteReply(room().completeness(wanted.code()));
    }
    throw new IllegalStateException("no answer for " + asked);
  }

  /** Every request gets its reply; a message that is no request is only told of. */
  private void refuse(Channel channel, Message request, String why) {
    Log.say(why);
    String type = request.type();
    if (type.endsWith("_request")) {
      String reply = type.substring(0, type.length() - "request".length()) + "reply";
      replies.reply(channel, request, new ErrorReply(reply, "RequestError", why));
    }
  }

  private JavaRoom room() {
    try {
      return java.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.util.concurrent.CancellationException("stopped before Java was ready");
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("Java could not be started: " + e.getCause(), e.getCause());
    }
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
