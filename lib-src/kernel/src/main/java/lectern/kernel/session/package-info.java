/**
 * What happens when a request comes: busy, the work, the reply, idle.
 *
 * <p>{@link lectern.kernel.session.Session} reads like the protocol: {@code execute} is a cell from
 * its input to its reply. Waiting and aborting is {@code RequestQueue}, the user's thread {@code
 * CellThread}, stopping it {@code Interrupter}, what can be done when memory or threads run out
 * {@code OutOfMemory}.
 */
package lectern.kernel.session;
