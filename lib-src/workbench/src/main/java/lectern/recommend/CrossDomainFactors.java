package lectern.recommend;

import java.io.IOException;
import java.util.Arrays;
import lectern.data.Interactions;
import lectern.math.RandomStream;
import lectern.math.SparseMatrix;
import lectern.math.VectorKernels;

/** The main directions behind {@link CrossDomain}, shared by both domains or mapped. */
final class CrossDomainFactors {
  private final int f;
  private final Subspace from;
  private final Subspace to;

  /** f × f, or null where both domains share their directions. */
  private final double[] map;

  private CrossDomainFactors(int f, Subspace from, Subspace to, double[] map) {
    this.f = f;
    this.from = from;
    this.to = to;
    this.map = map;
  }

  static CrossDomainFactors shared(Interactions train, int f, int rounds, RandomStream random) {
    Subspace all = Subspace.of(ones(train, null, false), f, rounds, random);
    return new CrossDomainFactors(f, all, all, null);
  }

  static CrossDomainFactors mapped(
      Interactions train,
      boolean[] target,
      int f,
      int rounds,
      double ridge,
      RandomStream ofSource,
      RandomStream ofTarget) {
    SparseMatrix source = part(train, target, false);
    SparseMatrix wanted = part(train, target, true);
    Subspace from = Subspace.of(source, f, rounds, ofSource);
    Subspace to = Subspace.of(wanted, f, rounds, ofTarget);
    double[] products = new double[f * f];
    double[] mixed = new double[f * f];
    for (int u = 0; u < train.userCount(); u++) {
      if (source.rowSize(u) > 0 && wanted.rowSize(u) > 0) {
        double[] x = from.along(source, u);
        double[] y = to.along(wanted, u);
        for (int l = 0; l < f; l++) {
          VectorKernels.get().addScaled(x[l], x, 0, products, l * f, f);
          VectorKernels.get().addScaled(x[l], y, 0, mixed, l * f, f);
        }
      }
    }
    return new CrossDomainFactors(f, from, to, Ridge.solve(products, mixed, f, ridge));
  }

  /** The cells of one domain as ones. */
  static SparseMatrix part(Interactions train, boolean[] target, boolean wanted) {
    return ones(train, target, wanted);
  }

  private static SparseMatrix ones(Interactions train, boolean[] target, boolean wanted) {
    int[] start = new int[train.userCount() + 1];
    int[] column = new int[train.size()];
    int cells = 0;
    for (int u = 0; u < train.userCount(); u++) {
      for (int p = train.start(u); p < train.start(u + 1); p++) {
        if (target == null || target[train.item(p)] == wanted) {
          column[cells++] = train.item(p);
        }
      }
      start[u + 1] = cells;
    }
    double[] value = new double[cells];
    Arrays.fill(value, 1);
    return SparseMatrix.wrap(
        train.userCount(), train.itemCount(), start, Arrays.copyOf(column, cells), value);
  }

  double[] scores(int user, Interactions train, SparseMatrix source, boolean[] target) {
    double[] taste = map == null ? all(user, train) : from.along(source, user);
    if (map != null) {
      double[] mapped = new double[f];
      for (int l = 0; l < f; l++) {
        VectorKernels.get().addScaled(taste[l], map, l * f, mapped, 0, f);
      }
      taste = mapped;
    }
    double[] out = new double[target.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = target[i] ? to.at(taste, i) : 0;
    }
    return out;
  }

  /** All that the user has, of both domains, along the directions. */
  private double[] all(int user, Interactions train) {
    double[] out = new double[f];
    for (int p = train.start(user); p < train.start(user + 1); p++) {
      VectorKernels.get().addScaled(1, from.basis(), train.item(p) * f, out, 0, f);
    }
    return out;
  }

  void write(ModelFile.Writer out) throws IOException {
    out.doubles(from.basis());
    out.doubles(map == null ? new double[0] : to.basis());
    out.doubles(map == null ? new double[0] : map);
  }

  static CrossDomainFactors read(ModelFile.Reader in, int f) throws IOException {
    Subspace from = Subspace.of(in.doubles(), f);
    double[] to = in.doubles();
    double[] map = in.doubles();
    return map.length == 0
        ? new CrossDomainFactors(f, from, from, null)
        : new CrossDomainFactors(f, from, Subspace.of(to, f), map);
  }
}
