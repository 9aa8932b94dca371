/**
 * Memory that runs out: {@link lectern.kernel.memory.Reserve} keeps room for saying so, {@link
 * lectern.kernel.memory.SizeEstimate} tells which value holds how much.
 */
package lectern.kernel.memory;
