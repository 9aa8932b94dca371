package lectern.data;

import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.math.DenseMatrix;

/**
 * The 5 × 5 table of users and items in sections 4.2.3 and 5.2 of the article "omnichannel".
 *
 * @param matrix users × items as printed, zeros being cells
 * @param interactions the 14 pairs that are not 0: a zero read as "not rated"
 */
public record OmnichannelRatings(DenseMatrix matrix, Interactions interactions)
    implements Displayable {
  @Override
  public MimeBundle bundle() {
    return matrix.bundle();
  }
}
