/**
 * What a front end may ask and what a kernel may say: a record for each message of the protocol.
 *
 * <p>{@link lectern.kernel.message.Request#read} turns the content of a message into one of the
 * requests, with the protocol's defaults filled in and positions in UTF-16; everything the kernel
 * says is a {@link lectern.kernel.message.Content}. A new message is a new record here and a line
 * in the session.
 */
package lectern.kernel.message;
