package lectern.kernel.session;

import com.google.gson.JsonElement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import lectern.display.UserError;
import lectern.kernel.message.InputRequest;
import lectern.kernel.output.Asker;
import lectern.kernel.wire.Message;

/** Questions to the user, and their answers. */
final class StdinQuestions {
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final Replies replies;

  StdinQuestions(Replies replies) {
    this.replies = replies;
  }

  /** An answer has come. */
  void answered(Message reply) {
    JsonElement value = reply.content().get("value");
    if (reply.type().equals("input_reply") && value != null && value.isJsonPrimitive()) {
      answers.add(value.getAsString());
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
      answers.clear();
      replies.ask(request, new InputRequest(prompt, password));
      return answers.take();
    };
  }
}
