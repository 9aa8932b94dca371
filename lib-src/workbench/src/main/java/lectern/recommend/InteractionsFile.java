package lectern.recommend;

import java.io.IOException;
import lectern.data.IdIndex;
import lectern.data.Interactions;
import lectern.data.InteractionsBuilder;

/**
 * Interactions inside a saved model, whose ids it has already: their number, and user, item and
 * value of each. Times are not kept: no model that keeps its data needs them.
 */
final class InteractionsFile {
  private InteractionsFile() {}

  static void write(Interactions data, ModelFile.Writer out) throws IOException {
    out.integer(data.size());
    for (int u = 0; u < data.userCount(); u++) {
      for (int p = data.start(u); p < data.start(u + 1); p++) {
        out.integer(u);
        out.integer(data.item(p));
        out.number(data.value(p));
      }
    }
  }

  static Interactions read(FittedOn fittedOn, ModelFile.Reader in) throws IOException {
    IdIndex users = fittedOn.users();
    IdIndex items = fittedOn.items();
    InteractionsBuilder rows = Interactions.builder();
    users.ids().forEach(rows::user);
    items.ids().forEach(rows::item);
    for (int left = in.integer(); left > 0; left--) {
      int u = in.integer();
      rows.add(users.id(u), items.id(in.integer()), in.number());
    }
    return rows.build();
  }
}
