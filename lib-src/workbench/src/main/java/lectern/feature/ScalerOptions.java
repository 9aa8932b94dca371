package lectern.feature;

import java.util.Set;
import java.util.TreeSet;

/**
 * How {@link Scaler} is fitted.
 *
 * <pre>{@code ScalerOptions.of(Scaler.Method.ROBUST).constant(Scaler.Constant.CENTRE) }</pre>
 *
 * @param method what becomes of a column
 * @param constant what becomes of a column without spread; refused if unsaid
 * @param notIdentifiers columns that look like identifiers and are none; none if unsaid
 */
public record ScalerOptions(
    Scaler.Method method, Scaler.Constant constant, Set<String> notIdentifiers) {
  public ScalerOptions {
    notIdentifiers = Set.copyOf(notIdentifiers);
  }

  /** This method, everything else as said above. */
  public static ScalerOptions of(Scaler.Method method) {
    return new ScalerOptions(method, Scaler.Constant.REFUSE, Set.of());
  }

  public ScalerOptions constant(Scaler.Constant rule) {
    return new ScalerOptions(method, rule, notIdentifiers);
  }

  /** These columns are scaled although they look like identifiers. */
  public ScalerOptions notIdentifiers(String... columns) {
    Set<String> all = new TreeSet<>(notIdentifiers);
    all.addAll(Set.of(columns));
    return new ScalerOptions(method, constant, all);
  }
}
