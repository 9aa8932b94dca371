package lectern.kernel.message;

/**
 * {@code history_request}: cells that were run.
 *
 * @param output whether their results are wanted too
 * @param access {@code tail}, {@code range} or {@code search}
 * @param session for a range: 0 for this session, -1 for the one before
 * @param start for a range: the first cell
 * @param stop for a range: the cell after the last
 * @param n for a tail or a search: how many at most
 * @param pattern for a search: with * for any text and ? for any character
 * @param unique for a search: the same code only once
 */
public record HistoryRequest(
    boolean output,
    String access,
    int session,
    int start,
    int stop,
    int n,
    String pattern,
    boolean unique)
    implements Request {

  static HistoryRequest read(Fields fields) throws BadRequest {
    String access = fields.text("hist_access_type", "tail");
    if (!access.equals("tail") && !access.equals("range") && !access.equals("search")) {
      throw fields.wrong("hist_access_type", "must be tail, range or search");
    }
    return new HistoryRequest(
        fields.truth("output", false),
        access,
        fields.whole("session", 0),
        fields.whole("start", 1),
        fields.whole("stop", Integer.MAX_VALUE),
        fields.whole("n", Integer.MAX_VALUE),
        fields.text("pattern", "*"),
        fields.truth("unique", false));
  }
}
