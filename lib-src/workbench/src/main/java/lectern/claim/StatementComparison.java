package lectern.claim;

/** A sentence that holds or does not. */
record StatementComparison() implements Comparison<Boolean> {
  @Override
  public Outcome compare(Boolean holds) {
    return Outcome.of(holds, "the statement does not hold");
  }

  @Override
  public String text(Boolean holds) {
    return holds ? "holds" : "does not hold";
  }
}
