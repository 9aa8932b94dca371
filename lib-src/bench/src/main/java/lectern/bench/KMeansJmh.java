package lectern.bench;

import java.util.concurrent.TimeUnit;
import lectern.cluster.KMeans;
import lectern.cluster.KMeansModel;
import lectern.math.DenseMatrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The work of {@link KMeansBench} under JMH: one fit of 20 iterations. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 11, time = 1)
public class KMeansJmh {
  private DenseMatrix rows;
  private KMeans.Options options;

  @Setup
  public void prepare() {
    MixtureRows mixture = new MixtureRows(200_000, 16, 10);
    rows = mixture.matrix();
    options = MixtureRows.options(mixture.start(rows), 20);
  }

  @Benchmark
  public KMeansModel fitOf20Iterations() {
    return KMeans.fit(rows, options, 0);
  }
}
