package lectern.kernel.message;

import java.util.Map;

/**
 * {@code execute_request}: run a cell.
 *
 * @param silent nothing is broadcast and nothing remembered
 * @param storeHistory the cell is counted and remembered; never when silent
 * @param userExpressions name to expression, evaluated after the cell
 * @param allowStdin the front end can ask the user for input
 * @param stopOnError an error aborts the requests that wait behind this one
 */
public record ExecuteRequest(
    String code,
    boolean silent,
    boolean storeHistory,
    Map<String, String> userExpressions,
    boolean allowStdin,
    boolean stopOnError)
    implements Request {

  static ExecuteRequest read(Fields fields) throws BadRequest {
    boolean silent = fields.truth("silent", false);
    return new ExecuteRequest(
        fields.text("code"),
        silent,
        fields.truth("store_history", true) && !silent,
        fields.texts("user_expressions"),
        fields.truth("allow_stdin", true),
        fields.truth("stop_on_error", true));
  }
}
