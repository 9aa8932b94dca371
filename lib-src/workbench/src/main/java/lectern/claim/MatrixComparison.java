package lectern.claim;

import java.util.Arrays;
import java.util.stream.Collectors;
import lectern.math.DenseMatrix;

/** A matrix: its shape first, then each cell within the tolerance. */
record MatrixComparison(DenseMatrix printed, double tolerance) implements Comparison<DenseMatrix> {
  MatrixComparison {
    for (double value : printed.array()) {
      new NumberComparison(value, tolerance);
    }
  }

  @Override
  public Outcome compare(DenseMatrix computed) {
    if (computed.rows() != printed.rows() || computed.columns() != printed.columns()) {
      return Outcome.of(false, "printed is " + printed.shape() + ", ours " + computed.shape());
    }
    for (int i = 0; i < printed.rows(); i++) {
      for (int j = 0; j < printed.columns(); j++) {
        Outcome one =
            new NumberComparison(printed.get(i, j), tolerance).compare(computed.get(i, j));
        if (one.verdict() != Verdict.AGREES) {
          String cell = "row " + (i + 1) + ", column " + (j + 1) + ": ";
          return new Outcome(one.verdict(), cell + one.why());
        }
      }
    }
    return Outcome.of(true, "");
  }

  @Override
  public String text(DenseMatrix matrix) {
    if (matrix.rows() > 12 || matrix.columns() > 12) {
      return matrix.toString();
    }
    return Arrays.stream(matrix.toArray())
            .map(row -> new ArrayComparison(new double[0], 0).text(row))
            .collect(Collectors.joining("\n"))
        + (matrix.rows() > 1 ? "\n" : "  ")
        + "("
        + matrix.shape()
        + ")";
  }
}
