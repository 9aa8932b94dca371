package lectern.display;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes pieces on one line where they fit, else one below the other; rows of numbers of equal
 * length become a matrix whose columns stand below one another.
 */
final class PieceLayout {
  private static final int LINE = 100;

  private final StringBuilder out = new StringBuilder();

  private PieceLayout() {}

  static String of(Piece piece) {
    PieceLayout layout = new PieceLayout();
    layout.write(piece, 0);
    return layout.out.toString();
  }

  /**
   * Writes a piece.
   *
   * @param indent the place in its line where it begins
   */
  private void write(Piece piece, int indent) {
    if (piece instanceof Piece.Leaf leaf) {
      out.append(leaf.text());
    } else if (piece instanceof Piece.Named named) {
      out.append(named.name());
      write(named.value(), indent + TextWidth.of(named.name()));
    } else if (piece instanceof Piece.Group group) {
      write(group, indent);
    }
  }

  private void write(Piece.Group group, int indent) {
    boolean below = indent + group.width() > LINE && holdsGroups(group);
    int inner = indent + TextWidth.of(group.open());
    int[] columns = below ? columns(group) : new int[0];
    out.append(group.open());
    for (int i = 0; i < group.items().size(); i++) {
      if (i > 0) {
        out.append(below ? ",\n" + " ".repeat(inner) : ", ");
      }
      Piece item = group.items().get(i);
      if (columns.length > 0 && item instanceof Piece.Group row) {
        writeRow(row, columns);
      } else {
        write(item, inner);
      }
    }
    out.append(group.close());
  }

  /** Values without parts of their own stay on their line: the page breaks it where it ends. */
  private static boolean holdsGroups(Piece.Group group) {
    return group.items().stream()
        .map(item -> item instanceof Piece.Named named ? named.value() : item)
        .anyMatch(Piece.Group.class::isInstance);
  }

  /** The widths of a matrix' columns; none where it is no matrix. */
  private static int[] columns(Piece.Group group) {
    int[] widths = new int[0];
    for (Piece item : group.items()) {
      if (item instanceof Piece.Group row && row.items().stream().allMatch(PieceLayout::isCell)) {
        if (widths.length == 0) {
          widths = new int[row.items().size()];
        }
        if (row.items().size() != widths.length) {
          return new int[0];
        }
        for (int i = 0; i < widths.length; i++) {
          widths[i] = Math.max(widths[i], row.items().get(i).width());
        }
      } else if (!(item instanceof Piece.Leaf)) { // such as "… 3 more of 103"
        return new int[0];
      }
    }
    return widths;
  }

  private static boolean isCell(Piece piece) {
    return piece instanceof Piece.Leaf;
  }

  private void writeRow(Piece.Group row, int[] widths) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      Piece.Leaf cell = (Piece.Leaf) row.items().get(i);
      boolean last = i == widths.length - 1 && !cell.number();
      cells.add(last ? cell.text() : TextWidth.pad(cell.text(), widths[i], cell.number()));
    }
    out.append(row.open()).append(String.join(", ", cells)).append(row.close());
  }
}
