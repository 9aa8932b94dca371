package lectern.needs;

/** A fitted classifier of Smile's: scaled features in, the chance of a yes out. */
interface FittedModel {
  double[] probabilities(double[][] rows);

  /** How much each feature counts: its weight, or the impurity it takes away. */
  double[] importance();
}
