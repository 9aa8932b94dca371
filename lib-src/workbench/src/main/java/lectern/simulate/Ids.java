package lectern.simulate;

import java.util.Locale;

/** Ids whose order is that of their numbers, such as u0001, u0002, … */
final class Ids {
  private Ids() {}

  static String[] of(String prefix, int count) {
    int width = Math.max(3, Integer.toString(count).length());
    String[] ids = new String[count];
    for (int i = 0; i < count; i++) {
      ids[i] = prefix + String.format(Locale.ROOT, "%0" + width + "d", i + 1);
    }
    return ids;
  }
}
