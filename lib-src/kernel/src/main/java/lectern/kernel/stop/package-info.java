/**
 * Ends the user's code wherever it is: {@link lectern.kernel.stop.StopChecks} puts a check into
 * each loop and method of a class, {@link lectern.kernel.stop.StopSwitch} makes the checks throw.
 *
 * <p>A check is one {@code invokedynamic} instruction without arguments. All of them share one call
 * site, whose target does nothing until somebody is to be stopped; the JIT compiler removes it, so
 * that a loop costs what it cost before. Calls of {@code System.exit} and its like are led to
 * {@link lectern.kernel.stop.ExitCalls}, which ends the cell and not the kernel.
 *
 * <p>What ends a cell this way is a {@link lectern.kernel.stop.CellEnd}: its message is all that
 * the user needs to see. The package knows nothing of notebooks and needs ASM alone.
 */
package lectern.kernel.stop;
