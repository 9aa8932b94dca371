/**
 * A small Jupyter client, for programs that run notebooks and for tests.
 *
 * <p>{@link lectern.kernel.client.KernelProcess} starts a kernel and ends it; {@link
 * lectern.kernel.client.KernelClient} runs cells ({@link lectern.kernel.client.Execution}) and
 * sends any other request ({@link lectern.kernel.client.Conversation}).
 */
package lectern.kernel.client;
