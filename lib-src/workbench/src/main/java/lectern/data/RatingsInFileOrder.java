package lectern.data;

import java.util.Comparator;
import java.util.stream.IntStream;
import lectern.display.UserError;

/**
 * Interactions together with the order in which their file lists them, which {@link Interactions}
 * forgets: published splits cut the file's rows.
 */
public final class RatingsInFileOrder {
  private final Interactions interactions;
  private final int[] cells;

  /**
   * These interactions in this order.
   *
   * @param cells for each row of the file, from its first, the cell of {@code interactions}
   */
  public RatingsInFileOrder(Interactions interactions, int[] cells) {
    boolean[] met = new boolean[interactions.size()];
    for (int cell : cells) {
      if (cell < 0 || cell >= met.length || met[cell]) {
        throw new IllegalArgumentException("cell " + cell + " is unknown or stands twice");
      }
      met[cell] = true;
    }
    if (cells.length != met.length) {
      throw new IllegalArgumentException(cells.length + " rows for " + met.length + " cells");
    }
    this.interactions = interactions;
    this.cells = cells.clone();
  }

  public Interactions interactions() {
    return interactions;
  }

  /**
   * The same interactions, their times replaced by places: 0 for the earliest, of equal times the
   * one higher up in the file first. Models of sequences then read histories in that order, where
   * {@link #interactions} leaves equal times to the item's number.
   *
   * @throws UserError if there are no times
   */
  public Interactions placesAsTimes() {
    if (!interactions.hasTimes()) {
      throw new UserError("These interactions have no times, so there are no places.");
    }
    int[] order =
        IntStream.of(cells)
            .boxed()
            .sorted(Comparator.comparingLong(interactions::time))
            .mapToInt(Integer::intValue)
            .toArray();
    long[] places = new long[order.length];
    for (int place = 0; place < order.length; place++) {
      places[order[place]] = place;
    }
    return interactions.withTimes(places);
  }

  /** How many rows the file has. */
  public int size() {
    return cells.length;
  }

  /** The cell of a row of the file; rows are numbered from 0. */
  public int cell(int row) {
    return cells[row];
  }

  @Override
  public String toString() {
    return interactions + ", in the order of their file";
  }
}
