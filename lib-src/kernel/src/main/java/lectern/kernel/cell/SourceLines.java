package lectern.kernel.cell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where each evaluated piece of code stands in its cell, so that errors name cell and line. */
final class SourceLines {
  /** A line of a cell. */
  record Place(String cell, int line, String text) {}

  private record Piece(CellSource source, int startLine) {}

  private final Map<String, Piece> pieces = new HashMap<>();

  /**
   * Remembers a piece.
   *
   * @param offset where it begins in the code of the source
   */
  void remember(String snippetId, CellSource source, int offset) {
    pieces.put(snippetId, new Piece(source, lineAt(source.code(), offset)));
  }

  /** The place of a line of a piece, both counted from 1. */
  Optional<Place> place(String snippetId, int line) {
    return Optional.ofNullable(pieces.get(snippetId))
        .map(piece -> at(piece.source(), piece.startLine() + line - 1));
  }

  /** The place of a position in the code. */
  static Place placeAt(CellSource source, int offset) {
    return at(source, lineAt(source.code(), offset));
  }

  private static Place at(CellSource source, int line) {
    String[] lines = source.code().split("\n", -1);
    String text = line >= 1 && line <= lines.length ? lines[line - 1] : "";
    return new Place(source.name(), source.firstLine() + line - 1, text.stripTrailing());
  }

  private static int lineAt(String code, int offset) {
    int end = Math.max(0, Math.min(offset, code.length()));
    return 1 + (int) code.substring(0, end).chars().filter(c -> c == '\n').count();
  }
}
