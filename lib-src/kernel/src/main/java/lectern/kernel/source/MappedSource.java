package lectern.kernel.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Generated source with slices of cells in it, and where each slice came from. */
public final class MappedSource {
  /**
   * A slice.
   *
   * @param position where it begins in the generated source
   * @param offset where it begins in the cell
   */
  public record Slice(int position, CellText cell, int offset, int length) {
    /** The place in the cell of a position in the generated source, kept inside the slice. */
    public int inCell(int generated) {
      return offset + Math.max(0, Math.min(generated - position, length));
    }
  }

  private final StringBuilder text = new StringBuilder();
  private final List<Slice> slices = new ArrayList<>();

  /** Adds text of no cell. */
  public MappedSource add(String generated) {
    text.append(generated);
    return this;
  }

  /** Adds a slice of a cell. */
  public MappedSource copy(CellText cell, int from, int to) {
    return copy(cell, from, cell.code().substring(from, to));
  }

  /** Adds a slice of a cell, some of whose characters have been changed. */
  public MappedSource copy(CellText cell, int from, String changed) {
    text.append('\n');
    slices.add(new Slice(text.length(), cell, from, changed.length()));
    text.append(changed).append('\n');
    return this;
  }

  /** Adds text of no cell that counts as a place of a cell. */
  public MappedSource add(String generated, CellText cell, int at) {
    text.append('\n');
    slices.add(new Slice(text.length(), cell, at, 0));
    text.append(generated).append('\n');
    return this;
  }

  /**
   * Adds a slice of a cell with some words replaced.
   *
   * @param replaced where words begin in the cell: what stands there instead
   */
  public MappedSource copy(CellText cell, int from, String changed, Map<Integer, String> replaced) {
    int begin = 0;
    for (var each : new TreeMap<>(replaced).entrySet()) {
      int word = each.getKey() - from;
      if (word >= begin && word < changed.length()) {
        copy(cell, from + begin, changed.substring(begin, word));
        add(each.getValue());
        begin = word;
        while (begin < changed.length() && Character.isJavaIdentifierPart(changed.charAt(begin))) {
          begin++;
        }
      }
    }
    return copy(cell, from + begin, changed.substring(begin));
  }

  /** The slice at a position, or the next one behind it, or the last; null where there is none. */
  public Slice sliceAt(long position) {
    Slice last = null;
    for (Slice slice : slices) {
      if (position <= slice.position + slice.length) {
        return slice;
      }
      last = slice;
    }
    return last;
  }

  /** The slice that a position is in or just behind, or null. */
  public Slice sliceOf(long position) {
    Slice slice = sliceAt(position);
    boolean isInside =
        slice != null && position >= slice.position && position <= slice.position + slice.length;
    return isInside ? slice : null;
  }

  /** Where a place of a cell stands in the generated source, or -1. */
  public int generated(CellText cell, int offset) {
    for (Slice slice : slices) {
      if (slice.cell == cell && offset >= slice.offset && offset <= slice.offset + slice.length) {
        return slice.position + offset - slice.offset;
      }
    }
    return -1;
  }

  /** For each line of the generated source, counted from 1, the line of the cell it came from. */
  public int[] cellLines() {
    int[] starts = CellText.lineStarts(text.toString());
    int[] lines = new int[starts.length + 2];
    for (Slice slice : slices) {
      int first = CellText.lineIndex(starts, slice.position) + 1;
      int line = slice.cell.line(slice.offset);
      int count = slice.cell.line(slice.offset + slice.length) - line;
      for (int i = 0; i <= count; i++) {
        lines[first + i] = line + i;
      }
    }
    fillGaps(lines);
    return lines;
  }

  /** A generated line takes the number of the next line of a cell, else of the one before. */
  private static void fillGaps(int[] lines) {
    int next = 0;
    for (int i = lines.length - 1; i >= 0; i--) {
      lines[i] = next = lines[i] == 0 ? next : lines[i];
    }
    int last = 1;
    for (int i = 0; i < lines.length; i++) {
      lines[i] = last = lines[i] == 0 ? last : lines[i];
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
