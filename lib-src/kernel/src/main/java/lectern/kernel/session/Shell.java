package lectern.kernel.session;

import lectern.kernel.wire.Channel;
import lectern.kernel.wire.Message;

/**
 * A shell: its requests are answered one after the other, beside those of other shells. It counts
 * its own cells and has a history of its own; the notebook's variables are the same in all.
 */
final class Shell {
  /** What is done with a request. */
  @FunctionalInterface
  interface Handler {
    void handle(Shell shell, Channel channel, Message request, boolean aborted);
  }

  private final RequestQueue queue;
  private final StdinQuestions questions;
  private final History history;
  private final Cells cells;

  /**
   * A shell that has not begun to answer.
   *
   * @param name such as {@code subshell 2}; "" for the first
   * @param settle returns when all that had arrived has been handed on
   */
  Shell(String name, Shared shared, History history, Handler handler, Runnable settle) {
    this.history = history;
    this.questions = new StdinQuestions(shared.replies());
    this.queue =
        new RequestQueue(
            Channel.SHELL,
            (channel, request, aborted) -> handler.handle(this, channel, request, aborted),
            settle);
    this.cells = new Cells(name, shared, questions, history, queue::abortWaiting);
  }

  void start() {
    queue.start();
  }

  /** Takes a request; false where the shell has ended. */
  boolean add(Message request) {
    return queue.add(request);
  }

  /** The user's answer to a question of this shell's. */
  void answered(Message answer) {
    questions.answered(answer);
  }

  History history() {
    return history;
  }

  Cells cells() {
    return cells;
  }

  /** Stops what runs; what waits is aborted. */
  void end() {
    queue.end();
    queue.abortWaiting();
    cells.close();
  }
}
