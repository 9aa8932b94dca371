package lectern.kernel.compile;

import lectern.kernel.source.CellText;

/**
 * Why a cell does not compile.
 *
 * @param start where in the code, from 0
 * @param end exclusive
 * @param message the compiler's words
 * @param code the compiler's own name for it, such as {@code compiler.err.cant.resolve.location}
 */
public record Problem(CellText cell, int start, int end, String message, String code) {
  /** The same with other words. */
  Problem saying(String words) {
    return new Problem(cell, start, end, words, code);
  }
}
