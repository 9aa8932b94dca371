package lectern.kernel.session;

import com.google.gson.JsonPrimitive;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import lectern.kernel.assist.Completion;
import lectern.kernel.cell.CellError;
import lectern.kernel.comm.Comms;
import lectern.kernel.debug.Debugger;
import lectern.kernel.message.BadRequest;
import lectern.kernel.message.CommClose;
import lectern.kernel.message.CommInfoReply;
import lectern.kernel.message.CommInfoRequest;
import lectern.kernel.message.CommMessage;
import lectern.kernel.message.CommOpen;
import lectern.kernel.message.CompleteReply;
import lectern.kernel.message.CompleteRequest;
import lectern.kernel.message.Content;
import lectern.kernel.message.DebugEvent;
import lectern.kernel.message.DebugRequest;
import lectern.kernel.message.ErrorReply;
import lectern.kernel.message.ExecuteRequest;
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
import lectern.kernel.wire.Channel;
import lectern.kernel.wire.Log;
import lectern.kernel.wire.Message;
import lectern.kernel.wire.Receiver;
import lectern.kernel.wire.Sender;

/**
 * What happens to each request, from busy to idle.
 *
 * <p>Requests of the shell channel wait for their turn; those of the control channel are answered
 * while a cell runs. The user's code runs on a thread of its own.
 */
public final class Session implements Receiver {
  private final History history;
  private final Replies replies;
  private final StdinQuestions questions;
  private final RequestQueue shell;
  private final RequestQueue control;
  private final Future<JavaRoom> java;
  private final KernelInfoReply info;
  private final Consumer<Boolean> exit;
  private final Cells cells;
  private final Comms comms;
  private final RequestQueue busyComms;
  private final RequestQueue debugging;
  private final Debugger debugger;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Beside beside = new Beside();
  private volatile ShutdownRequest ending;

  /**
   * A session.
   *
   * @param id stands in the header of everything that it says
   * @param sender sends what the session says
   * @param settle returns when all that had arrived has been handed to {@link #received}
   * @param java becomes ready while the first requests are answered
   * @param history remembers the cells
   * @param timeLimitMillis how long a cell may run; 0 for ever
   * @param exit ends the kernel; true for a restart
   */
  public Session(
      String id,
      Sender sender,
      Runnable settle,
      Future<JavaRoom> java,
      KernelInfoReply info,
      History history,
      long timeLimitMillis,
      Consumer<Boolean> exit) {
    this.replies = new Replies(id, sender);
    this.questions = new StdinQuestions(replies);
    this.comms = new Comms(replies);
    this.java = java;
    this.info = info;
    this.history = history;
    this.exit = exit;
    this.shell = new RequestQueue(Channel.SHELL, this::handleInTurn, settle);
    this.cells = new Cells(replies, questions, history, java, timeLimitMillis, shell::abortWaiting);
    this.control = new RequestQueue(Channel.CONTROL, this::handle, settle);
    this.debugger = new Debugger(() -> room().variables());
    // Looking at values runs the user's toString: the control channel does not wait for it.
    this.debugging = new RequestQueue(Channel.CONTROL, this::handle, settle);
    this.busyComms = new RequestQueue(Channel.SHELL, this::handle, settle);
  }

  @Override
  public void received(Channel channel, Message message) {
    switch (channel) {
      case SHELL -> (isForBusyComm(message) ? busyComms : shell).add(message);
      case CONTROL -> (isForDebugger(message) ? debugging : control).add(message);
      default -> questions.answered(message);
    }
  }

  @Override
  public void unreadable(Channel channel, Message bare, String why) {
    replies.status(bare, "busy");
    refuse(channel, bare, bare.type() + ": " + why);
    replies.status(bare, "idle");
  }

  /** Tells the front ends that the kernel is there and begins to answer. */
  public void start() {
    replies.status(null, "starting");
    shell.start();
    control.start();
    busyComms.start();
    debugging.start();
  }

  /** The comms of this session, for targets that are to be registered. */
  public Comms comms() {
    return comms;
  }

  /**
   * Runs something of the user's that no request asks for, such as a widget's listener, and waits
   * for its end.
   *
   * @param request what its output belongs to
   * @param besides on this thread while a cell may run; else on the cells' thread, in turn
   */
  public void run(Message request, Runnable work, boolean besides) {
    if (besides) {
      cells.hear(request, () -> beside.run(work), true);
      return;
    }
    turn.lock();
    try {
      replies.status(request, "busy");
      cells.hear(request, work, false);
      replies.status(request, "idle");
    } finally {
      turn.unlock();
    }
  }

  /** Stops what {@link #run} runs on that thread beside the cells, if it does. */
  public void stop(Thread thread) {
    beside.stop(thread);
  }

  /** What an exception says to the user. */
  public CellError explain(Throwable thrown) {
    return cells.explain(thrown);
  }

  /** Stops the cell that runs, if one does, and what runs beside it. */
  public void interrupt() {
    cells.interrupt();
    beside.stop();
  }

  /** A request of the shell and a widget's listener never claim to be busy at the same time. */
  private void handleInTurn(Channel channel, Message request, boolean aborted) {
    turn.lock();
    try {
      handle(channel, request, aborted);
    } finally {
      turn.unlock();
    }
  }

  private void handle(Channel channel, Message request, boolean aborted) {
    replies.status(request, "busy");
    try {
      Optional<Request> read = Request.read(request.type(), request.content());
      if (read.isEmpty()) {
        refuse(channel, request, "unknown message type " + request.type());
      } else if (read.get() instanceof ExecuteRequest cell) {
        replies.reply(channel, request, aborted ? cells.aborted() : cells.execute(request, cell));
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
    if (ending != null) {
      exit.accept(ending.restart());
    }
  }

  private void answer(Channel channel, Message request, Request asked) throws Exception {
    if (asked instanceof CommOpen open) {
      cells.hear(request, () -> comms.opened(open, request.buffers()), false);
    } else if (asked instanceof CommMessage said) {
      boolean besides = comms.whileBusy(said.commId());
      cells.hear(request, () -> comms.said(said, request.buffers()), besides);
    } else if (asked instanceof CommClose close) {
      cells.hear(request, () -> comms.closed(close), false);
    } else if (asked instanceof DebugRequest wanted) {
      synchronized (debugger) {
        replies.reply(channel, request, debugger.answer(wanted));
      }
      if (wanted.command().equals("initialize")) {
        replies.publish(request, new DebugEvent("initialized"));
      }
    } else if (asked instanceof ShutdownRequest shutdown) {
      replies.reply(channel, request, new ShutdownReply(shutdown.restart()));
      ending = shutdown;
    } else {
      replies.reply(channel, request, contentFor(asked));
    }
  }

  private static boolean isForDebugger(Message message) {
    return message.type().equals("debug_request");
  }

  private boolean isForBusyComm(Message message) {
    return message.type().equals("comm_msg")
        && message.content().get("comm_id") instanceof JsonPrimitive id
        && comms.whileBusy(id.getAsString());
  }

  private Content contentFor(Request asked) throws Exception {
    if (asked instanceof KernelInfoRequest) {
      return info;
    } else if (asked instanceof CommInfoRequest wanted) {
      return new CommInfoReply(comms.info(wanted.targetName()));
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
    return JavaRoom.of(java);
  }
}
