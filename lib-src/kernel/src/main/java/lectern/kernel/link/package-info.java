/**
 * Class files of cells become classes: own lines, wider access, calls through slots, a loader each.
 *
 * <p>{@link lectern.kernel.link.LoadedCells} is the entry. A method of the notebook is called
 * through a {@link lectern.kernel.link.MethodSlots slot}, so that redefining it needs no
 * recompilation.
 */
package lectern.kernel.link;
