/**
 * A cell as a compilation unit: what is written around it, what the compiler says, what comes out.
 *
 * <p>{@link lectern.kernel.compile.UnitCompiler} turns a {@link lectern.kernel.compile.Draft} into
 * class files; {@link lectern.kernel.compile.Workspace} is what earlier cells have declared.
 * Nothing here loads or runs a class.
 */
package lectern.kernel.compile;
