package lectern.kernel.output;

import java.util.Map;

/**
 * How much text one cell shows before the rest goes to a file.
 *
 * <p>A notebook with much more than the default can hardly be opened in a browser. The environment
 * variable {@code LECTERN_OUTPUT_LIMIT} holds another number of characters; 0 is for no limit.
 *
 * @param characters of both streams together
 * @param inFile how many the file takes; what follows is counted and dropped
 */
record OutputLimit(long characters, long inFile) {
  static final String VARIABLE = "LECTERN_OUTPUT_LIMIT";
  static final OutputLimit DEFAULT = new OutputLimit(30_000_000, 1_000_000_000);

  /** As the environment has it; what is no number, or below 0, is the default. */
  static OutputLimit of(Map<String, String> environment) {
    try {
      long asked = Long.parseLong(environment.getOrDefault(VARIABLE, "").strip().replace("_", ""));
      return asked < 0
          ? DEFAULT
          : new OutputLimit(asked == 0 ? Long.MAX_VALUE : asked, DEFAULT.inFile);
    } catch (NumberFormatException e) {
      return DEFAULT;
    }
  }
}
