package lectern.kernel.session;

import com.google.gson.JsonElement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import lectern.display.UserError;
import lectern.kernel.message.InputRequest;
import lectern.kernel.output.Asker;
import lectern.kernel.wire.Message;

/**
 * Questions to the user, and their answers.
 *
 * <p>The last question is the open one. A thread of an earlier cell that still waits for an answer
 * does not take that of the cell which asks now: its own wait ends.
 */
final class StdinQuestions {
  private final AtomicReference<CompletableFuture<String>> open =
      new AtomicReference<>(new CompletableFuture<>());
  private final Replies replies;

  StdinQuestions(Replies replies) {
    this.replies = replies;
  }

  /** An answer has come. */
  void answered(Message reply) {
    JsonElement value = reply.content().get("value");
    if (reply.type().equals("input_reply") && value != null && value.isJsonPrimitive()) {
      open.get().complete(value.getAsString());
    }
  }

  /** Asks the front end that sent a request. */
  Asker asker(Message request, boolean allowed) {
    return (prompt, password) -> {
      if (!allowed) {
        throw new UserError(
            "this cell asks for input, but the program that runs it cannot ask (allow_stdin is"
                + " false): put the value into a variable instead, or open the notebook in"
                + " JupyterLab");
      }
      CompletableFuture<String> answer = new CompletableFuture<>();
      open.getAndSet(answer)
          .completeExceptionally(
              new UserError(
                  "nobody has typed this cell's input before another cell asked for its"));
      replies.ask(request, new InputRequest(prompt, password));
      try {
        return answer.get();
      } catch (ExecutionException e) {
        throw new UserError(e.getCause().getMessage(), e);
      }
    };
  }
}
