package lectern.kernel.hint;

import java.util.List;
import lectern.kernel.source.CellText;

/** What the notebook knows around a place of a cell. */
public interface Surroundings {
  /** The names that could stand where the word at that place stands. */
  List<String> names(CellText cell, int offset);

  /** The heads of the methods and constructors that the word at that place could mean. */
  List<String> signatures(CellText cell, int offset);

  /** Classes of that simple name that could be imported, with their packages, likeliest first. */
  List<String> importable(String simpleName);

  /** All simple names of classes that could be imported. */
  List<String> classNames();
}
