package lectern.claim;

import java.util.List;

/** Things in an order: the first place where both lists part is the reason. */
record OrderComparison<E>(List<E> printed) implements Comparison<List<E>> {
  OrderComparison {
    printed = List.copyOf(printed);
  }

  @Override
  public Outcome compare(List<E> computed) {
    for (int i = 0; i < Math.min(printed.size(), computed.size()); i++) {
      if (!printed.get(i).equals(computed.get(i))) {
        return Outcome.of(
            false,
            "place " + (i + 1) + ": " + printed.get(i) + " printed, " + computed.get(i) + " ours");
      }
    }
    return Outcome.of(
        printed.size() == computed.size(),
        printed.size() + " places printed, " + computed.size() + " ours");
  }

  @Override
  public String text(List<E> value) {
    return value.toString();
  }
}
