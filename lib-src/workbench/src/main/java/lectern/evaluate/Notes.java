package lectern.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lectern.recommend.RatingModel;
import lectern.recommend.Recommender;

/** What a reader of results must know besides the protocol. */
final class Notes {
  private Notes() {}

  static List<String> of(
      List<Recommender> fitted,
      List<String> models,
      List<Metric> metrics,
      List<List<UserValues>> values,
      Split split) {
    List<String> notes = new ArrayList<>();
    String learnt = split.train().checksum();
    for (int row = 0; row < models.size(); row++) {
      if (!fitted.get(row).provenance().dataChecksum().equals(learnt)) {
        notes.add(
            "\""
                + models.get(row)
                + "\" was not fitted on exactly the training part of this split: if it has seen"
                + " what is tested, its numbers are too good.");
      }
    }
    Map<String, Set<String>> leftOut = new LinkedHashMap<>();
    for (int m = 0; m < metrics.size(); m++) {
      String name = metrics.get(m).name();
      for (int row = 0; row < models.size(); row++) {
        UserValues of = values.get(row).get(m);
        if (metrics.get(m) instanceof ValueMetric && !(fitted.get(row) instanceof RatingModel)) {
          notes.add(name + ": \"" + models.get(row) + "\" does not predict values.");
        } else if (of.defined() < of.size()) {
          String users =
              String.format(Locale.ROOT, "%,d of %,d users", of.size() - of.defined(), of.size());
          leftOut.computeIfAbsent(users, none -> new LinkedHashSet<>()).add(name);
        }
      }
    }
    leftOut.forEach(
        (users, names) ->
            notes.add(
                String.join(", ", names)
                    + ": "
                    + users
                    + " have no value, as nothing relevant was held out, and are left out."));
    return List.copyOf(notes);
  }
}
