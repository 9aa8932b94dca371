/**
 * Sockets, signatures and frames: below this package everything is bytes, above it messages.
 *
 * <p>{@link lectern.kernel.wire.KernelSockets} is the way in: it binds a kernel's five sockets,
 * hands every good {@link lectern.kernel.wire.Message} to one receiver and sends what it is given.
 * A bad message is told, counted and dropped. {@link lectern.kernel.wire.SocketLoop} is the one
 * thread that touches sockets; {@link lectern.kernel.wire.MessageCodec} turns frames into messages
 * and back. Knows nothing of Java cells.
 */
package lectern.kernel.wire;
