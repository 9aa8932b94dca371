package lectern.kernel.client;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * How a cell is run.
 *
 * @param silent nothing is broadcast
 * @param storeHistory the cell is counted
 * @param stopOnError an error aborts the cells that wait behind
 * @param userExpressions name to expression, evaluated after the cell
 * @param stdin answers the kernel's questions, prompt to answer; null where it cannot ask
 * @param timeout how long the whole may take
 * @param subshell which shell runs it; "" for the first
 */
public record ExecuteOptions(
    boolean silent,
    boolean storeHistory,
    boolean stopOnError,
    Map<String, String> userExpressions,
    Function<String, String> stdin,
    Duration timeout,
    String subshell) {

  public ExecuteOptions {
    userExpressions = Map.copyOf(userExpressions);
    Objects.requireNonNull(timeout, "timeout");
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout must be above 0, not " + timeout);
    }
  }

  /** As a notebook runs a cell, with a minute's time and nobody to ask. */
  public ExecuteOptions() {
    this(false, true, true, Map.of(), null, Duration.ofMinutes(1), "");
  }

  public ExecuteOptions asSilent() {
    return new ExecuteOptions(
        true, storeHistory, stopOnError, userExpressions, stdin, timeout, subshell);
  }

  public ExecuteOptions withoutHistory() {
    return new ExecuteOptions(
        silent, false, stopOnError, userExpressions, stdin, timeout, subshell);
  }

  public ExecuteOptions goOnAfterError() {
    return new ExecuteOptions(
        silent, storeHistory, false, userExpressions, stdin, timeout, subshell);
  }

  public ExecuteOptions withExpressions(Map<String, String> expressions) {
    return new ExecuteOptions(
        silent, storeHistory, stopOnError, expressions, stdin, timeout, subshell);
  }

  public ExecuteOptions withStdin(Function<String, String> answers) {
    return new ExecuteOptions(
        silent, storeHistory, stopOnError, userExpressions, answers, timeout, subshell);
  }

  public ExecuteOptions within(Duration time) {
    return new ExecuteOptions(
        silent, storeHistory, stopOnError, userExpressions, stdin, time, subshell);
  }

  /** In that shell, beside what others run. */
  public ExecuteOptions in(String otherSubshell) {
    return new ExecuteOptions(
        silent, storeHistory, stopOnError, userExpressions, stdin, timeout, otherSubshell);
  }
}
