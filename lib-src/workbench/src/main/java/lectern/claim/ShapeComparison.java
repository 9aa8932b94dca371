package lectern.claim;

import lectern.math.DenseMatrix;

/** A shape alone. */
record ShapeComparison(int rows, int columns) implements Comparison<DenseMatrix> {
  @Override
  public Outcome compare(DenseMatrix computed) {
    return Outcome.of(
        computed.rows() == rows && computed.columns() == columns,
        "printed is " + rows + " × " + columns + ", ours " + computed.shape());
  }

  @Override
  public String text(DenseMatrix matrix) {
    return matrix.shape();
  }
}
