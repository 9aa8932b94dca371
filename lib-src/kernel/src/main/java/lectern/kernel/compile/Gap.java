package lectern.kernel.compile;

import lectern.kernel.source.CellText;

/**
 * A body that is left out because it does not compile at present: it throws.
 *
 * @param at the place in the cell that is to blame
 */
record Gap(Body body, int at, String reason) {
  boolean isIn(CellText cell, int from, int to) {
    return body.cell() == cell && body.from() >= from && body.to() <= to;
  }

  boolean contains(Gap other) {
    return other != this && other.isIn(body.cell(), body.from(), body.to());
  }
}
