/**
 * Comms: named two-way conversations between objects in the kernel and objects in the front end.
 *
 * <p>{@link lectern.kernel.comm.Comms} is the way in: it opens a {@link lectern.kernel.comm.Comm}
 * from the kernel's side, and hands those that a front end opens to the {@link
 * lectern.kernel.comm.CommTarget} of their name. A new kind of comm is a new target, registered.
 */
package lectern.kernel.comm;
