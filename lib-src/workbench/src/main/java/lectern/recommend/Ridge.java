package lectern.recommend;

/**
 * Linear maps from rows x to rows y that make Σ ‖y − Wᵀ x‖² + λ ‖W‖² small: (XᵀX + λI) W = XᵀY, by
 * Cholesky's decomposition (Hoerl and Kennard, Ridge Regression, Technometrics 12(1), 1970).
 */
final class Ridge {
  private Ridge() {}

  /**
   * W, f × f.
   *
   * @param products XᵀX, f × f
   * @param mixed XᵀY, f × f
   * @param lambda above 0
   */
  static double[] solve(double[] products, double[] mixed, int f, double lambda) {
    double[] lower = products.clone();
    for (int i = 0; i < f; i++) {
      lower[i * f + i] += lambda;
    }
    for (int i = 0; i < f; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = lower[i * f + j];
        for (int l = 0; l < j; l++) {
          sum -= lower[i * f + l] * lower[j * f + l];
        }
        lower[i * f + j] = i == j ? Math.sqrt(sum) : sum / lower[j * f + j];
      }
    }
    double[] out = mixed.clone();
    for (int c = 0; c < f; c++) {
      for (int i = 0; i < f; i++) {
        for (int l = 0; l < i; l++) {
          out[i * f + c] -= lower[i * f + l] * out[l * f + c];
        }
        out[i * f + c] /= lower[i * f + i];
      }
      for (int i = f - 1; i >= 0; i--) {
        for (int l = i + 1; l < f; l++) {
          out[i * f + c] -= lower[l * f + i] * out[l * f + c];
        }
        out[i * f + c] /= lower[i * f + i];
      }
    }
    return out;
  }
}
