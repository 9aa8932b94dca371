package lectern.kernel.message;

/**
 * {@code complete_request}: what could follow here?
 *
 * @param cursor in UTF-16 units
 */
public record CompleteRequest(String code, int cursor) implements Request {
  static CompleteRequest read(Fields fields) throws BadRequest {
    String code = fields.text("code");
    int cursor = fields.whole("cursor_pos", Integer.MAX_VALUE);
    return new CompleteRequest(code, CodePoints.toUtf16(code, cursor));
  }
}
