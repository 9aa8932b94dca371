package lectern.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import lectern.math.DenseMatrix;
import lectern.math.ShapeMismatch;
import lectern.math.VectorKernels;

/**
 * Things put into groups, whatever the groups are called.
 *
 * <p>Group numbers are made canonical: the first thing is in group 0, the first that is not with it
 * in group 1, and so on. So {@code [1, 0, 1]} and {@code [0, 1, 0]} are equal.
 */
public final class Partition {
  private final int[] labels;
  private final int groups;

  private Partition(int[] labels, int groups) {
    this.labels = labels;
    this.groups = groups;
  }

  /** The partition of these labels, which may be any numbers. */
  public static Partition of(int... labels) {
    Map<Integer, Integer> seen = new HashMap<>();
    int[] canonical = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      Integer group = seen.get(labels[i]);
      if (group == null) {
        group = seen.size();
        seen.put(labels[i], group);
      }
      canonical[i] = group;
    }
    return new Partition(canonical, seen.size());
  }

  /** How many things. */
  public int size() {
    return labels.length;
  }

  /** How many groups. */
  public int groups() {
    return groups;
  }

  /** The group of each thing, canonical. */
  public int[] labels() {
    return labels.clone();
  }

  /** True when two things, numbered from 0, are in one group. */
  public boolean together(int a, int b) {
    return labels[a] == labels[b];
  }

  /** The mean of each group's rows. */
  public DenseMatrix centres(DenseMatrix rows) {
    requireRows(rows);
    double[] centres = new double[groups * rows.columns()];
    int[] size = new int[groups];
    for (int i = 0; i < labels.length; i++) {
      size[labels[i]]++;
      for (int j = 0; j < rows.columns(); j++) {
        centres[labels[i] * rows.columns() + j] += rows.get(i, j);
      }
    }
    for (int p = 0; p < centres.length; p++) {
      centres[p] /= size[p / rows.columns()];
    }
    return DenseMatrix.wrap(groups, rows.columns(), centres);
  }

  /** J: the sum of the squared distances of all rows to the mean of their group. */
  public double objective(DenseMatrix rows) {
    double[] centres = centres(rows).array();
    int width = rows.columns();
    double[] distance = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      distance[i] =
          VectorKernels.get()
              .squaredDistance(rows.array(), i * width, centres, labels[i] * width, width);
    }
    return VectorKernels.get().sum(distance, 0, distance.length);
  }

  private void requireRows(DenseMatrix rows) {
    if (rows.rows() != labels.length) {
      throw new ShapeMismatch(
          "A partition of " + labels.length + " things needs as many rows, not " + rows.rows());
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Partition that && Arrays.equals(labels, that.labels);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(labels);
  }

  /** The groups as sets of numbers from 1, as in the articles: {@code {1, 3} {2, 4, 5}}. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (int g = 0; g < groups; g++) {
      out.append(g == 0 ? "{" : " {");
      String between = "";
      for (int i = 0; i < labels.length; i++) {
        if (labels[i] == g) {
          out.append(between).append(i + 1);
          between = ", ";
        }
      }
      out.append('}');
    }
    return out.toString();
  }
}
