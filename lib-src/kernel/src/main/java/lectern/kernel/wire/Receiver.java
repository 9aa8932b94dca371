package lectern.kernel.wire;

/** Whom messages come to, on the sockets' thread: it must hand them on quickly. */
public interface Receiver {
  /** A good message has come. */
  void received(Channel channel, Message message);

  /**
   * A message of a known sender has come, but its content cannot be read.
   *
   * @param bare the message with an empty content
   */
  void unreadable(Channel channel, Message bare, String why);
}
