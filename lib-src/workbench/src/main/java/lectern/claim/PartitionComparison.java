package lectern.claim;

import lectern.cluster.Partition;

/** Groups, equal up to their numbers. */
record PartitionComparison(Partition printed) implements Comparison<Partition> {
  @Override
  public Outcome compare(Partition computed) {
    if (printed.size() != computed.size()) {
      return Outcome.of(false, printed.size() + " things printed, " + computed.size() + " ours");
    }
    return Outcome.of(printed.equals(computed), "the groups are others");
  }

  @Override
  public String text(Partition value) {
    return value.toString();
  }
}
