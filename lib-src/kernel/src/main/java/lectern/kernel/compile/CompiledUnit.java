package lectern.kernel.compile;

import java.util.List;
import java.util.Map;
import lectern.kernel.source.CellText;

/**
 * A cell that compiles, not yet defined.
 *
 * @param main the simple name of the class that runs
 * @param classes class files by binary name
 * @param lines for each line of the generated source the line of the cell it came from
 * @param texts the cell that each outermost class, by simple name, came from
 * @param methods those that can be called now, of this cell and compiled anew
 * @param notes what the user should know
 * @param value the source of the expression that gives the value, "" for none
 * @param added classes that the cell uses without having imported them: now they are
 * @param commit makes the cell's names known to later ones
 */
public record CompiledUnit(
    String main,
    Map<String, byte[]> classes,
    int[] lines,
    Map<String, CellText> texts,
    List<MethodHeader> methods,
    List<MethodHeader> superseded,
    List<String> notes,
    String value,
    List<String> added,
    Runnable commit) {}
