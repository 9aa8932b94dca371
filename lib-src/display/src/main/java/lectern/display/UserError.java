package lectern.display;

/**
 * A mistake that the user can mend: shown as its message alone, without a stack trace.
 *
 * <p>The message names the value, the rule and the way out: {@code "k must be at most the number of
 * rows: k = 7, rows = 5. Choose k between 1 and 5."}
 */
public class UserError extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public UserError(String message) {
    super(message);
  }

  public UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
