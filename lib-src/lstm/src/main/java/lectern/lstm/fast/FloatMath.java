package lectern.lstm.fast;

/**
 * exp, tanh and the logistic function in single precision, number by number as the vector form has
 * them.
 *
 * <p>exp(x) = 2ⁿ · p(r) with n = x / log 2 rounded and r = x − n log 2 in two parts; p is the
 * polynomial of degree 6 of the Cephes library. x is held to −87.3 to 88.3. Relative error at most
 * 2 · 10⁻⁷; tanh and the logistic function have that as an absolute error.
 */
public final class FloatMath {
  public static final float LOWEST = -87.3f;
  public static final float HIGHEST = 88.3f;
  public static final float LOG2_E = 1.44269504f;

  /** 1.5 · 2²³: added to a number below 2²², it leaves the rounded number in the last bits. */
  public static final float ROUNDER = 12582912f;

  public static final float LOG2_HIGH = -0.693145752f;
  public static final float LOG2_LOW = -1.42860677e-6f;
  public static final float P5 = 1.9875691500e-4f;
  public static final float P4 = 1.3981999507e-3f;
  public static final float P3 = 8.3334519073e-3f;
  public static final float P2 = 4.1665795894e-2f;
  public static final float P1 = 1.6666665459e-1f;
  public static final float P0 = 5.0000001201e-1f;

  private FloatMath() {}

  static float exp(float number) {
    float x = Math.min(Math.max(number, LOWEST), HIGHEST);
    float t = Math.fma(x, LOG2_E, ROUNDER);
    float n = t - ROUNDER;
    float r = Math.fma(n, LOG2_LOW, Math.fma(n, LOG2_HIGH, x));
    float p = Math.fma(P5, r, P4);
    p = Math.fma(p, r, P3);
    p = Math.fma(p, r, P2);
    p = Math.fma(p, r, P1);
    p = Math.fma(p, r, P0);
    p = Math.fma(p, r * r, r + 1f);
    return p * Float.intBitsToFloat((Float.floatToRawIntBits(t) << 23) + 0x3F800000);
  }

  static float logistic(float x) {
    return 1f / (exp(-x) + 1f);
  }

  static float tanh(float x) {
    return 1f - 2f / (exp(x + x) + 1f);
  }
}
