package lectern.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import lectern.data.XuetangSequences;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.evaluate.Evaluation;
import lectern.evaluate.Mrr;
import lectern.evaluate.NdcgAt;
import lectern.evaluate.RecallAt;
import lectern.evaluate.Results;
import lectern.evaluate.Split;
import lectern.lstm.LstmOptions;
import lectern.lstm.LstmRecommender;
import lectern.recommend.Recommender;
import lectern.recommend.SequenceRules;

/**
 * The LSTM beside sequence rules on the enrolments of XuetangX: each learner's last course held
 * out, all courses ranked but the learner's own.
 *
 * <p>Settings were chosen by NDCG@10 on the last course but one (what {@link LstmOptions#patience}
 * keeps back), never on the last.
 */
final class LstmQuality implements Bench {
  static final LstmOptions OPTIONS = LstmOptions.of(128).patience(0);
  private static final long SEED = 1;

  @Override
  public String name() {
    return "quality-lstm";
  }

  @Override
  public String about() {
    return "Recall, NDCG and MRR of the LSTM beside sequence rules on XuetangX (--data FOLDER)";
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
                        "quality-lstm needs --data DIR, a folder with "
                            + DataFile.XUETANG_SEQUENCES.path()
                            + ": "
                            + DataFile.XUETANG_SEQUENCES.origin()
                            + "."));
    Path sequences = DataFile.XUETANG_SEQUENCES.in(folder);
    Split split = Split.leaveLastOut(XuetangSequences.read(sequences).interactions());
    long began = System.nanoTime();
    LstmRecommender lstm = LstmRecommender.fit(split.train(), OPTIONS, SEED, Progress.shown());
    double minutes = (System.nanoTime() - began) / 60e9;
    Map<String, Recommender> models = new LinkedHashMap<>();
    models.put("sequence rules", SequenceRules.fit(split.train()));
    models.put("LSTM", lstm);
    RecallAt recall = new RecallAt(10);
    Results results =
        Evaluation.of("XuetangX", split)
            .metrics(recall, new NdcgAt(10), new Mrr(10))
            .seed(SEED)
            .run(models);
    settings.out().println("machine: " + Machine.line());
    settings
        .out()
        .printf(Locale.ROOT, "%s, seed %d: %.1f minutes to fit%n", OPTIONS, SEED, minutes);
    settings.out().println(results);
    boolean above =
        results.value("LSTM", recall.label()) > results.value("sequence rules", recall.label());
    settings.out().println("bar: the LSTM above the rules: " + (above ? "holds" : "FAILS"));
    return above;
  }
}
