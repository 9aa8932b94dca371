package lectern.kernel.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import lectern.display.UserError;
import lectern.kernel.wire.Header;
import lectern.kernel.wire.Json;
import lectern.kernel.wire.Message;
import org.junit.jupiter.api.Test;

/** Whose answer an answer is. */
class StdinQuestionsTest {
  private volatile CountDownLatch asked = new CountDownLatch(1);
  private final StdinQuestions questions =
      new StdinQuestions(new Replies("kernel", (channel, message) -> asked.countDown()));

  @Test
  void theAnswerBelongsToTheLastQuestion() throws Exception {
    FutureTask<String> earlier = ask();
    asked = new CountDownLatch(1);
    FutureTask<String> later = ask();
    questions.answered(message("input_reply", Json.object("value", "Ada")));
    assertEquals("Ada", later.get(20, TimeUnit.SECONDS));
    ExecutionException ended =
        assertThrows(ExecutionException.class, () -> earlier.get(20, TimeUnit.SECONDS));
    assertEquals(UserError.class, ended.getCause().getClass());
  }

  private FutureTask<String> ask() throws InterruptedException {
    Message request = message("execute_request", new JsonObject());
    FutureTask<String> question =
        new FutureTask<>(() -> questions.asker(request, true).ask("", false));
    Thread thread = new Thread(question);
    thread.setDaemon(true);
    thread.start();
    asked.await();
    return question;
  }

  private static Message message(String type, JsonObject content) {
    return Message.of(Header.of(type, "session", "client"), content);
  }
}
