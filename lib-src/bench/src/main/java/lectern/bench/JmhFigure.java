package lectern.bench;

import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What JMH says of a benchmark class, one line for each of its methods. */
final class JmhFigure {
  private JmhFigure() {}

  static String of(Class<?> benchmark) {
    var options =
        new OptionsBuilder()
            .include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
            .verbosity(VerboseMode.SILENT)
            .build();
    try {
      return new Runner(options)
          .run().stream().map(JmhFigure::line).collect(Collectors.joining(System.lineSeparator()));
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH could not run " + benchmark.getName(), e);
    }
  }

  private static String line(RunResult result) {
    var score = result.getPrimaryResult();
    return String.format(
        Locale.ROOT,
        "  JMH %s: %.2f ± %.2f %s (99.9 %% interval, %d iterations)",
        score.getLabel(),
        score.getScore(),
        score.getScoreError(),
        score.getScoreUnit(),
        score.getSampleCount());
  }
}
