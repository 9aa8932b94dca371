package lectern.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lectern.cluster.KMeans;
import lectern.cluster.KMeansModel;
import lectern.math.DenseMatrix;

/** K-means beside scikit-learn's Lloyd: whole fits from the same rows, as many iterations. */
final class KMeansBench implements SpeedBench {
  @Override
  public String name() {
    return "kmeans";
  }

  @Override
  public String about() {
    return "K-means (Lloyd, float64) beside scikit-learn";
  }

  @Override
  public String peerName() {
    return "scikit-learn";
  }

  @Override
  public Optional<Class<?>> jmh() {
    return Optional.of(KMeansJmh.class);
  }

  @Override
  public List<Work> works() {
    return List.of(
        new Lloyd(new MixtureRows(200_000, 16, 10), 20),
        new Lloyd(new MixtureRows(200_000, 16, 10), 60));
  }

  /** So many iterations from the mixture's start rows. */
  record Lloyd(MixtureRows rows, int iterations) implements Work {
    @Override
    public String name() {
      return "lloyd-" + iterations;
    }

    @Override
    public String protocol() {
      return rows.n()
          + " rows x "
          + rows.width()
          + " columns, k = "
          + rows.k()
          + ", float64, "
          + iterations
          + " iterations of Lloyd from the same "
          + rows.k()
          + " rows; timed: one fit from the rows in memory to labels, centres and loss";
    }

    @Override
    public void write(Path folder) throws IOException {
      DenseMatrix matrix = rows.matrix();
      Folders.write(folder.resolve("shape.i4"), new int[] {rows.n(), rows.width(), iterations});
      Folders.write(folder.resolve("rows.f8"), matrix.array());
      Folders.write(folder.resolve("start.f8"), rows.start(matrix).array());
    }

    @Override
    public Attempt ours(Path folder) throws IOException {
      int[] shape = Folders.ints(folder.resolve("shape.i4"));
      double[] start = Folders.doubles(folder.resolve("start.f8"));
      return new Fit(
          DenseMatrix.wrap(shape[0], shape[1], Folders.doubles(folder.resolve("rows.f8"))),
          MixtureRows.options(
              DenseMatrix.wrap(start.length / shape[1], shape[1], start), shape[2]));
    }
  }

  private static final class Fit implements Work.Attempt {
    private final DenseMatrix rows;
    private final KMeans.Options options;
    private KMeansModel model;

    Fit(DenseMatrix rows, KMeans.Options options) {
      this.rows = rows;
      this.options = options;
    }

    @Override
    public void run() {
      model = KMeans.fit(rows, options, 0);
    }

    @Override
    public double loss() {
      if (model.iterations() != options.maxIterations()) {
        throw new IllegalStateException("came to rest after " + model.iterations() + " iterations");
      }
      return model.objective();
    }
  }
}
