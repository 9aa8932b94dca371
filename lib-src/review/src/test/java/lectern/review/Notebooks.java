package lectern.review;

/** Small notebooks for tests. */
final class Notebooks {
  private Notebooks() {}

  /** A notebook of these cells, each a JSON object. */
  static Notebook of(String... cells) {
    return Notebook.parse(
        "{\"cells\":["
            + String.join(",", cells)
            + "],\"metadata\":{},\"nbformat\":4,\"nbformat_minor\":5}",
        "test");
  }

  /** A code cell that has run as number {@code count}, with these outputs. */
  static String code(int count, String source, String... outputs) {
    return tagged(count, "", source, outputs);
  }

  /** The same with metadata, such as {@code "tags":["x"]}. */
  static String tagged(int count, String metadata, String source, String... outputs) {
    return "{\"cell_type\":\"code\",\"execution_count\":"
        + (count == 0 ? "null" : count)
        + ",\"id\":\"c"
        + count
        + "\",\"metadata\":{"
        + metadata
        + "},\"outputs\":["
        + String.join(",", outputs)
        + "],\"source\":[\""
        + source
        + "\"]}";
  }

  static String stream(String text) {
    return "{\"name\":\"stdout\",\"output_type\":\"stream\",\"text\":[\"" + text + "\"]}";
  }

  static String data(String mime, String json) {
    return "{\"output_type\":\"display_data\",\"metadata\":{},\"data\":{\""
        + mime
        + "\":"
        + json
        + "}}";
  }

  static String error() {
    return "{\"output_type\":\"error\",\"ename\":\"UserError\",\"evalue\":\"no\",\"traceback\":[]}";
  }
}
