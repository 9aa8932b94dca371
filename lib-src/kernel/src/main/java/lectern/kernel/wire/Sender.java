package lectern.kernel.wire;

/** Sends messages; {@link KernelSockets#send} does. */
@FunctionalInterface
public interface Sender {
  /** Sends a message and returns at once; messages leave in the order of the calls. */
  void send(Channel channel, Message message);
}
