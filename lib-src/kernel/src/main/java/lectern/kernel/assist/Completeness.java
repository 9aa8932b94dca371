package lectern.kernel.assist;

/**
 * Whether code can be run as it stands.
 *
 * @param indent the white space with which the next line of incomplete code should begin
 */
public record Completeness(Status status, String indent) {
  /** The protocol's words for it. */
  public enum Status {
    COMPLETE,
    INCOMPLETE,
    INVALID
  }

  public static final Completeness COMPLETE = new Completeness(Status.COMPLETE, "");
  public static final Completeness INVALID = new Completeness(Status.INVALID, "");

  public static Completeness incomplete(String indent) {
    return new Completeness(Status.INCOMPLETE, indent);
  }
}
