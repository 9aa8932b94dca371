package lectern.kernel.output;

import lectern.kernel.message.Content;
import lectern.kernel.wire.Message;

/** Tells every front end something about a request. Safe for use by several threads. */
@FunctionalInterface
public interface Publisher {
  /**
   * Broadcasts a content.
   *
   * @param request what it belongs to, or null
   */
  void publish(Message request, Content content);
}
