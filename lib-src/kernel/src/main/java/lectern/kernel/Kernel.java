package lectern.kernel;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import lectern.display.UserError;
import lectern.kernel.cell.CellEngine;
import lectern.kernel.cell.WholeCellEngine;
import lectern.kernel.magic.CellRunner;
import lectern.kernel.message.KernelInfoReply;
import lectern.kernel.output.CurrentOutput;
import lectern.kernel.output.Streams;
import lectern.kernel.session.History;
import lectern.kernel.session.JavaRoom;
import lectern.kernel.session.Session;
import lectern.kernel.session.UncaughtErrors;
import lectern.kernel.widget.NotebookWidgets;
import lectern.kernel.wire.ConnectionInfo;
import lectern.kernel.wire.KernelSockets;
import lectern.kernel.wire.Log;

/** A running kernel: sockets, a session, and Java warming up behind them. */
public final class Kernel implements AutoCloseable {
  /** The version that {@code kernel_info_reply} and {@code --version} tell. */
  public static final String VERSION = "0.1.0";

  private final KernelSockets sockets;
  private final Session session;

  private Kernel(KernelSockets sockets, Session session) {
    this.sockets = sockets;
    this.session = session;
  }

  /**
   * Starts a kernel; from the return on it answers.
   *
   * @param exit is called once a front end has asked the kernel to end; true for a restart
   */
  public static Kernel start(ConnectionInfo info, Consumer<Boolean> exit) {
    Streams.install();
    UncaughtErrors.install();
    String id = UUID.randomUUID().toString();
    Settings settings = Settings.of(System.getenv());
    FutureTask<JavaRoom> java = new FutureTask<>(() -> openJava(settings));
    KernelInfoReply about = new KernelInfoReply(VERSION, System.getProperty("java.version"));
    CompletableFuture<KernelSockets> bound = new CompletableFuture<>();
    Session session =
        new Session(
            id,
            (channel, message) -> bound.join().send(channel, message),
            () -> bound.join().settle(),
            java,
            about,
            History.ofUser(),
            settings.timeoutMillis(),
            exit);
    NotebookWidgets.install(session);
    bound.complete(KernelSockets.bind(info, id, session));
    session.start();
    Thread warmUp = new Thread(java, "lectern-warm-up");
    warmUp.setDaemon(true);
    warmUp.start();
    return new Kernel(bound.join(), session);
  }

  /** Stops the cell that runs, if one does. */
  public void interrupt() {
    session.interrupt();
  }

  /** Sends what is still to send and closes the sockets. */
  @Override
  public void close() {
    sockets.close();
  }

  private static JavaRoom openJava(Settings settings) {
    try {
      CellEngine engine =
          new WholeCellEngine(settings.compilerOptions(), CurrentOutput::isStopping);
      CellRunner runner = new CellRunner(engine);
      new StartUp(settings, engine, runner).run();
      return new JavaRoom(engine, runner);
    } catch (Throwable e) {
      Log.fault("Java cannot be started", e);
      throw notStarted(settings, e);
    }
  }

  private static UserError notStarted(Settings settings, Throwable cause) {
    String why = cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
    String options = String.join(" ", settings.compilerOptions());
    String wayOut =
        options.isEmpty()
            ? "The kernel's log tells more; restart the kernel to try again."
            : "The compiler was given \""
                + options
                + "\" by the environment's JJAVA_COMPILER_OPTS or IJAVA_COMPILER_OPTS: correct or"
                + " unset it, then start the kernel anew.";
    return new UserError("Java could not be started: " + why.strip() + ". " + wayOut, cause);
  }
}
