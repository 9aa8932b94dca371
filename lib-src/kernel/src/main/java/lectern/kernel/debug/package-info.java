/**
 * What JupyterLab's debugger panel asks: above all, which variables there are and what is in them.
 *
 * <p>{@link lectern.kernel.debug.Debugger} answers the requests of the Debug Adapter Protocol. Code
 * is never paused: breakpoints are answered as not verified. A new kind of value that opens into
 * parts is a new branch of {@code Parts}.
 */
package lectern.kernel.debug;
