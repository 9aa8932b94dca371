package lectern.kernel.message;

/**
 * {@code inspect_request}: what is this?
 *
 * @param cursor in UTF-16 units
 * @param detail 0 for the signature and its documentation, 1 for all there is
 */
public record InspectRequest(String code, int cursor, int detail) implements Request {
  static InspectRequest read(Fields fields) throws BadRequest {
    String code = fields.text("code");
    int cursor = fields.whole("cursor_pos", Integer.MAX_VALUE);
    return new InspectRequest(
        code, CodePoints.toUtf16(code, cursor), fields.whole("detail_level", 0));
  }
}
