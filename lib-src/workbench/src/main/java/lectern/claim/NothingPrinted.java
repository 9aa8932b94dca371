package lectern.claim;

import lectern.display.PlainText;

/** Nothing to compare with: ours is shown. */
record NothingPrinted() implements Comparison<Object> {
  @Override
  public Outcome compare(Object computed) {
    return new Outcome(Verdict.NO_NUMBER_GIVEN, "");
  }

  @Override
  public String text(Object value) {
    return value instanceof Double number
        ? NumberComparison.text(number.doubleValue())
        : PlainText.of(value);
  }
}
