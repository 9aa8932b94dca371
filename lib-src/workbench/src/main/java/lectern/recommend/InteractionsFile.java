package lectern.recommend;

import java.io.IOException;
import lectern.data.IdIndex;
import lectern.data.Interactions;
import lectern.data.InteractionsBuilder;

/**
 * Interactions inside a saved model: ids of users and items, the number of cells, and user, item
 * and value of each. Times are not kept: no model that keeps its data needs them.
 */
final class InteractionsFile {
  private InteractionsFile() {}

  static void write(Interactions data, ModelFile.Writer out) throws IOException {
    out.ids(data.users());
    out.ids(data.items());
    out.to.writeInt(data.size());
    for (int u = 0; u < data.userCount(); u++) {
      for (int p = data.start(u); p < data.start(u + 1); p++) {
        out.to.writeInt(u);
        out.to.writeInt(data.item(p));
        out.to.writeDouble(data.value(p));
      }
    }
  }

  static Interactions read(ModelFile.Reader in) throws IOException {
    IdIndex users = in.ids();
    IdIndex items = in.ids();
    InteractionsBuilder rows = Interactions.builder();
    users.ids().forEach(rows::user);
    items.ids().forEach(rows::item);
    for (int left = in.from.readInt(); left > 0; left--) {
      int u = in.from.readInt();
      rows.add(users.id(u), items.id(in.from.readInt()), in.from.readDouble());
    }
    return rows.build();
  }
}
