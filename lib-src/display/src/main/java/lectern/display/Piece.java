package lectern.display;

import java.util.List;

/** A value taken apart for writing: a text, or others between brackets. */
sealed interface Piece {
  /** How many places it takes on one line. */
  int width();

  /**
   * A text.
   *
   * @param number whether it stands on the right in a column
   */
  record Leaf(String text, boolean number) implements Piece {
    @Override
    public int width() {
      return TextWidth.of(text);
    }
  }

  /**
   * Pieces between brackets.
   *
   * @param open such as {@code [} or {@code Point[}
   * @param width of all on one line
   */
  record Group(String open, List<Piece> items, String close, int width) implements Piece {
    static Group of(String open, List<Piece> items, String close) {
      int commas = 2 * Math.max(0, items.size() - 1);
      int inner = items.stream().mapToInt(Piece::width).sum();
      return new Group(
          open, List.copyOf(items), close, TextWidth.of(open) + inner + commas + close.length());
    }
  }

  /**
   * A piece with its name: {@code "Ann"=3}.
   *
   * @param name with the equals sign
   */
  record Named(String name, Piece value) implements Piece {
    @Override
    public int width() {
      return TextWidth.of(name) + value.width();
    }
  }
}
