package lectern.bench;

import java.nio.file.Path;
import lectern.data.Datasets;
import lectern.data.RatingsInFileOrder;
import lectern.data.XuetangSequences;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.evaluate.Split;
import lectern.evaluate.SurpriseTable;

/**
 * How good our models are beside published numbers on the same data by the same protocol: next
 * course on XuetangX, next film and ratings on MovieLens 100K.
 *
 * <p>Settings are those of the published row where it tells them; otherwise those with the highest
 * NDCG@10 on the last but one item of each user, the last one being left out (of models with chance
 * the mean of some seeds). Each line says which. Nothing is chosen on what is tested here.
 */
final class QualityBench implements Bench {
  private static final double RMSE_BAR = 0.004;

  @Override
  public String name() {
    return "quality";
  }

  @Override
  public String about() {
    return "recommendation quality beside published numbers; needs --data DIR";
  }

  @Override
  public boolean onlyByName() {
    return true;
  }

  @Override
  public boolean run(Settings settings) {
    Path folder =
        settings
            .data()
            .orElseThrow(
                () ->
                    new UserError(
                        "quality needs --data DIR, a folder with "
                            + DataFile.XUETANG_SEQUENCES.path()
                            + ": "
                            + DataFile.XUETANG_SEQUENCES.origin()
                            + "."));
    boolean held = courses(DataFile.XUETANG_SEQUENCES.in(folder), settings);
    RatingsInFileOrder films = Datasets.movieLens100kInFileOrder();
    held &= films(films, settings);
    return held & ratings(films, settings);
  }

  private static boolean courses(Path sequences, Settings settings) {
    Split split = Split.leaveLastOut(XuetangSequences.read(sequences).interactions());
    return new QualityTable("XuetangX", split, settings.out()).print(CourseRows.of(split.train()));
  }

  private static boolean films(RatingsInFileOrder films, Settings settings) {
    Split split = Split.leaveLastOut(films.placesAsTimes().ones());
    return new QualityTable("MovieLens 100K", split, settings.out())
        .print(FilmRows.of(split.train()));
  }

  private static boolean ratings(RatingsInFileOrder films, Settings settings) {
    SurpriseTable table = SurpriseTable.run(films, 0, Progress.silent());
    settings.out().println(table);
    boolean held =
        table.rows().stream().allMatch(row -> Math.abs(row.rmse() - row.theirRmse()) <= RMSE_BAR);
    settings
        .out()
        .println("  bar: every mean RMSE within " + RMSE_BAR + ": " + (held ? "holds" : "FAILS"));
    return held;
  }
}
