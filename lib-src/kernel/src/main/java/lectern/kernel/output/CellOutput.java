package lectern.kernel.output;

import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import lectern.display.MimeBundle;
import lectern.kernel.message.ClearOutput;
import lectern.kernel.message.Content;
import lectern.kernel.message.DisplayData;
import lectern.kernel.message.StreamText;
import lectern.kernel.wire.Message;

/**
 * Everything that one cell shows, in order, also what its threads show after it has ended.
 *
 * <p>Text is gathered and sent after a short while, or when it is much, or before anything else is
 * shown: a thousand lines are one message. Text beyond {@link OutputLimit} goes to a file, and the
 * cell says so. Safe for use by several threads.
 */
public final class CellOutput {
  private static final int MUCH = 1 << 17;
  private static final long SHORT_WHILE_MILLIS = 50;
  private static final OutputLimit LIMIT = OutputLimit.of(System.getenv());

  private final Message request;
  private Publisher publisher;
  private final ScheduledExecutorService timer;
  private final Asker asker;
  private final TypedLines typed = new TypedLines(this);
  private final TextBuffer out = new TextBuffer();
  private final TextBuffer err = new TextBuffer();
  private TextBuffer open = out;
  private MimeBundle page;
  private boolean sendingSoon;
  private long shown;
  private OverflowFile overflow;
  private volatile boolean stopping;
  private volatile Thread runner;

  /**
   * The output of one request.
   *
   * @param timer sends what has waited for a short while
   * @param asker answers System.in
   */
  public CellOutput(
      Message request, Publisher publisher, ScheduledExecutorService timer, Asker asker) {
    this.request = request;
    this.publisher = publisher;
    this.timer = timer;
    this.asker = asker;
  }

  /** What this output belongs to. */
  public Message request() {
    return request;
  }

  /** Takes text of one of the two streams. */
  void write(boolean toErr, String text) {
    stopHere();
    synchronized (this) {
      select(toErr).append(text);
      sendSoon();
    }
  }

  /** Takes text of one of the two streams, as UTF-8. */
  void write(boolean toErr, byte[] bytes, int offset, int length) {
    stopHere();
    synchronized (this) {
      select(toErr).append(bytes, offset, length);
      sendSoon();
    }
  }

  private TextBuffer select(boolean toErr) {
    TextBuffer wanted = toErr ? err : out;
    if (wanted != open) {
      sendText();
      open = wanted;
    }
    return open;
  }

  private void sendSoon() {
    if (open.length() >= MUCH) {
      sendText();
    } else if (!sendingSoon) {
      sendingSoon = true;
      timer.schedule(this::flush, SHORT_WHILE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Shows a bundle; with a name it can be replaced later. */
  void show(MimeBundle bundle, String id) {
    publish(DisplayData.show(bundle, id));
  }

  /** Replaces what was shown under that name, in whatever cell. */
  void update(MimeBundle bundle, String id) {
    publish(DisplayData.update(bundle, id));
  }

  /** Removes what the cell has shown so far, now or when something new is shown. */
  void clear(boolean wait) {
    publish(new ClearOutput(wait));
    synchronized (this) {
      shown = 0;
    }
  }

  /**
   * Takes help that a question in the cell has brought. It goes with the reply: front ends show it
   * in a pager, or below the cell. Several are one page, because some front ends show the first.
   */
  public synchronized void page(MimeBundle help) {
    page = page == null ? help : Pages.joined(page, help);
  }

  /** The help that the cell's questions have brought, if any. */
  public synchronized Optional<MimeBundle> page() {
    return Optional.ofNullable(page);
  }

  /** Sends something of this cell after everything that was written before. */
  public void publish(Content content) {
    stopHere();
    synchronized (this) {
      sendText();
      publisher.publish(request, content);
    }
  }

  /** Whatever any thread writes and shows here while this runs takes that way round. */
  public void through(UnaryOperator<Publisher> detour, Runnable work) {
    Publisher before = swap(detour);
    try {
      work.run();
    } finally {
      swap(any -> before);
    }
  }

  private synchronized Publisher swap(UnaryOperator<Publisher> other) {
    sendText();
    Publisher before = publisher;
    publisher = other.apply(before);
    return before;
  }

  /** Sends the text that has been gathered so far. */
  public synchronized void flush() {
    sendingSoon = false;
    sendText();
  }

  /** Sends everything, half a character at the end included: the cell has ended. */
  public synchronized void finish() {
    runner = null;
    sendText();
    send(out, out.takeAll());
    send(err, err.takeAll());
    if (overflow != null) {
      publishText(true, overflow.end());
    }
  }

  /** Text on the standard error that the kernel itself has to say in this cell. */
  public synchronized void say(String text) {
    sendText();
    publishText(true, text);
  }

  /** What the user types for this cell. What is left of it does not reach the next one. */
  TypedLines typed() {
    return typed;
  }

  /** A line that the user types. */
  String ask(String prompt, boolean password) throws InterruptedException {
    flush();
    return asker.ask(prompt, password);
  }

  /** The thread that runs the cell; it can be stopped wherever it shows something. */
  public void runner(Thread thread) {
    runner = thread;
  }

  /** From now on the thread that runs the cell stops when it writes or shows something. */
  public void stopping() {
    stopping = true;
  }

  boolean isStopping() {
    return stopping;
  }

  private void stopHere() {
    if (stopping && Thread.currentThread() == runner) {
      throw new java.util.concurrent.CancellationException("stopped");
    }
  }

  private void sendText() {
    send(open, open.takeWhole());
  }

  private void send(TextBuffer from, String text) {
    if (text.isEmpty()) {
      return;
    }
    int room = room(text);
    if (room > 0) {
      publishText(from == err, text.substring(0, room));
      shown += room;
    }
    if (room < text.length()) {
      overflow(text.substring(room));
    }
  }

  /** How many characters of a text the notebook still takes, none of them cut in two. */
  private int room(String text) {
    int room = (int) Math.min(text.length(), LIMIT.characters() - shown);
    boolean cut = room > 0 && room < text.length() && Character.isLowSurrogate(text.charAt(room));
    return cut ? room - 1 : room;
  }

  private void overflow(String text) {
    boolean first = overflow == null;
    if (first) {
      overflow = new OverflowFile(LIMIT.inFile());
    }
    overflow.append(text);
    if (first) {
      publishText(true, overflow.beginning(shown));
    }
  }

  private void publishText(boolean toErr, String text) {
    publisher.publish(request, new StreamText(toErr ? "stderr" : "stdout", text));
  }
}
