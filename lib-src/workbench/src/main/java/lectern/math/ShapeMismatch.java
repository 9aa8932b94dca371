package lectern.math;

import lectern.display.UserError;

/** Two shapes that do not fit together. The message names both and the rule they break. */
public final class ShapeMismatch extends UserError {
  private static final long serialVersionUID = 1L;

  public ShapeMismatch(String message) {
    super(message);
  }
}
