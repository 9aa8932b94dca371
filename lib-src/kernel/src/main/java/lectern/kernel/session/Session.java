package lectern.kernel.session;

import com.google.gson.JsonPrimitive;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import lectern.display.UserError;
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
import lectern.kernel.message.CreateSubshell;
import lectern.kernel.message.CreateSubshellReply;
import lectern.kernel.message.DebugEvent;
import lectern.kernel.message.DebugRequest;
import lectern.kernel.message.DeleteSubshell;
import lectern.kernel.message.DeleteSubshellReply;
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
import lectern.kernel.message.ListSubshellReply;
import lectern.kernel.message.ListSubshells;
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
 * <p>Requests of the shell channel wait for their turn, in the {@link Shell} that they are for;
 * those of the control channel are answered while a cell runs. Each shell runs the user's code on a
 * thread of its own. What belongs to a comm is for the first shell, by whichever it comes.
 */
public final class Session implements Receiver {
  private final Replies replies;
  private final Shells shells;
  private final RequestQueue control;
  private final Future<JavaRoom> java;
  private final KernelInfoReply info;
  private final Consumer<Boolean> exit;
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
    this.comms = new Comms(replies);
    this.java = java;
    this.info = info;
    this.exit = exit;
    Shared shared = new Shared(replies, java, timeLimitMillis);
    this.shells =
        new Shells(
            history, (name, own) -> new Shell(name, shared, own, this::handleInTurn, settle));
    this.control = new RequestQueue(Channel.CONTROL, this::handle, settle);
    this.debugger = new Debugger(() -> room().variables());
    // Looking at values runs the user's toString: the control channel does not wait for it.
    this.debugging = new RequestQueue(Channel.CONTROL, this::handle, settle);
    this.busyComms = new RequestQueue(Channel.SHELL, this::handle, settle);
  }

  @Override
  public void received(Channel channel, Message message) {
    switch (channel) {
      case SHELL -> shellRequest(message);
      case CONTROL -> (isForDebugger(message) ? debugging : control).add(message);
      default -> shells.find(message.header().subshell()).ifPresent(it -> it.answered(message));
    }
  }

  private void shellRequest(Message message) {
    if (isForBusyComm(message)) {
      busyComms.add(message);
    } else {
      String id =
          message.type().startsWith("comm_") && !message.type().endsWith("_request")
              ? ""
              : message.header().subshell();
      if (shells.find(id).filter(shell -> shell.add(message)).isEmpty()) {
        unreadable(Channel.SHELL, message, Shells.unknown(id));
      }
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
    shells.first().start();
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
    Cells cells = shells.first().cells();
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
    return shells.first().cells().explain(thrown);
  }

  /** Stops the cells that run, if any do, and what runs beside them. */
  public void interrupt() {
    shells.interrupt();
    beside.stop();
  }

  /**
   * A request of the first shell and a widget's listener never claim to be busy at the same time.
   */
  private void handleInTurn(Shell shell, Channel channel, Message request, boolean aborted) {
    if (shell != shells.first()) {
      handle(shell, channel, request, aborted);
      return;
    }
    turn.lock();
    try {
      handle(shell, channel, request, aborted);
    } finally {
      turn.unlock();
    }
  }

  private void handle(Channel channel, Message request, boolean aborted) {
    handle(shells.first(), channel, request, aborted);
  }

  private void handle(Shell shell, Channel channel, Message request, boolean aborted) {
    replies.status(request, "busy");
    try {
      Optional<Request> read = Request.read(request.type(), request.content());
      if (read.isEmpty()) {
        refuse(channel, request, "unknown message type " + request.type());
      } else if (read.get() instanceof ExecuteRequest cell) {
        Cells cells = shell.cells();
        replies.reply(channel, request, aborted ? cells.aborted() : cells.execute(request, cell));
      } else {
        answer(shell, channel, request, read.get());
      }
    } catch (BadRequest | UserError e) {
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

  private void answer(Shell shell, Channel channel, Message request, Request asked)
      throws Exception {
    Cells cells = shells.first().cells();
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
    } else if (asked instanceof InterruptRequest) {
      interrupt(request.header().subshell());
      replies.reply(channel, request, new InterruptReply());
    } else {
      replies.reply(channel, request, contentFor(shell, asked));
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

  /** All of them, as the protocol has it; that one alone where a front end names one. */
  private void interrupt(String subshell) {
    if (subshell.isEmpty()) {
      interrupt();
    } else {
      shells
          .find(subshell)
          .orElseThrow(() -> new UserError(Shells.unknown(subshell)))
          .cells()
          .interrupt();
    }
  }

  private Content contentFor(Shell shell, Request asked) throws Exception {
    if (asked instanceof KernelInfoRequest) {
      return info;
    } else if (asked instanceof CommInfoRequest wanted) {
      return new CommInfoReply(comms.info(wanted.targetName()));
    } else if (asked instanceof HistoryRequest wanted) {
      return new HistoryReply(shell.history().find(wanted), wanted.output());
    } else if (asked instanceof CreateSubshell) {
      return new CreateSubshellReply(shells.create());
    } else if (asked instanceof DeleteSubshell wanted) {
      shells.delete(wanted.subshell());
      return new DeleteSubshellReply();
    } else if (asked instanceof ListSubshells) {
      return new ListSubshellReply(shells.ids());
    } else if (asked instanceof CompleteRequest wanted) {
      Completion completion = room().complete(wanted.code(), wanted.cursor());
      return new CompleteReply(wanted.code(), completion);
    } else if (asked instanceof InspectRequest wanted) {
      return new InspectReply(room().inspect(wanted.code(), wanted.cursor(), wanted.detail() > 0));
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
