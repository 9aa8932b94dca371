package lectern.plot.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A few colours, at most 256, that stand for all the colours of a picture: exact where there are no
 * more, else by halving the widest group of colours at its middle until there are enough.
 */
final class Palette {
  /** Colours are told apart by 6 bits a channel when there are too many. */
  private static final int CELLS = 1 << 18;

  private final byte[] bytes;
  private final int[] places;
  private final int[] exact;

  private Palette(byte[] bytes, int[] places, int[] exact) {
    this.bytes = bytes;
    this.places = places;
    this.exact = exact;
  }

  private record Group(int[] cells, int from, int to, long weight, int channel, int spread) {}

  static Palette of(int[] pixels, int most) {
    int[] exact = exactColours(pixels, most);
    if (exact != null) {
      byte[] bytes = new byte[exact.length * 3];
      for (int i = 0; i < exact.length; i++) {
        put(bytes, i, exact[i] >> 16, exact[i] >> 8, exact[i]);
      }
      return new Palette(bytes, null, exact);
    }
    return halved(pixels, most);
  }

  private static int[] exactColours(int[] pixels, int most) {
    int[] found = new int[most];
    int count = 0;
    int last = -1;
    for (int pixel : pixels) {
      int colour = pixel & 0xffffff;
      if (colour == last) {
        continue;
      }
      last = colour;
      int at = java.util.Arrays.binarySearch(found, 0, count, colour);
      if (at < 0) {
        if (count == most) {
          return null;
        }
        System.arraycopy(found, -at - 1, found, -at, count + at + 1);
        found[-at - 1] = colour;
        count++;
      }
    }
    return java.util.Arrays.copyOf(found, count);
  }

  private static int cell(int colour) {
    return (colour >> 18 & 63) << 12 | (colour >> 10 & 63) << 6 | (colour >> 2 & 63);
  }

  private static Palette halved(int[] pixels, int most) {
    int[] counts = new int[CELLS];
    long[] sums = new long[3 * CELLS];
    for (int pixel : pixels) {
      int cell = cell(pixel);
      counts[cell]++;
      sums[3 * cell] += pixel >> 16 & 255;
      sums[3 * cell + 1] += pixel >> 8 & 255;
      sums[3 * cell + 2] += pixel & 255;
    }
    int[] used = java.util.stream.IntStream.range(0, CELLS).filter(c -> counts[c] > 0).toArray();
    List<Group> groups = new ArrayList<>(List.of(group(used, 0, used.length, counts)));
    while (groups.size() < most) {
      Group widest =
          groups.stream().max(Comparator.comparingDouble(Palette::importance)).orElseThrow();
      if (widest.to - widest.from < 2) {
        break;
      }
      groups.remove(widest);
      int middle = split(widest, counts);
      groups.add(group(used, widest.from, middle, counts));
      groups.add(group(used, middle, widest.to, counts));
    }
    byte[] bytes = new byte[groups.size() * 3];
    int[] places = new int[CELLS];
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      long[] mean = new long[3];
      for (int j = group.from; j < group.to; j++) {
        places[used[j]] = i;
        for (int c = 0; c < 3; c++) {
          mean[c] += sums[3 * used[j] + c];
        }
      }
      long n = group.weight;
      put(
          bytes,
          i,
          (int) ((mean[0] + n / 2) / n),
          (int) ((mean[1] + n / 2) / n),
          (int) ((mean[2] + n / 2) / n));
    }
    return new Palette(bytes, places, null);
  }

  private static double importance(Group group) {
    return group.to - group.from < 2 ? -1 : group.spread * Math.sqrt(group.weight);
  }

  private static Group group(int[] used, int from, int to, int[] counts) {
    long weight = 0;
    int best = 0;
    int spread = -1;
    for (int channel = 0; channel < 3; channel++) {
      int shift = 12 - 6 * channel;
      int low = 63;
      int high = 0;
      for (int i = from; i < to; i++) {
        int value = used[i] >> shift & 63;
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      if (high - low > spread) {
        spread = high - low;
        best = channel;
      }
    }
    for (int i = from; i < to; i++) {
      weight += counts[used[i]];
    }
    return new Group(used, from, to, weight, best, spread);
  }

  /** Sorts the group by its widest channel and returns the middle of its range. */
  private static int split(Group group, int[] counts) {
    int shift = 12 - 6 * group.channel;
    long[] keys = new long[group.to - group.from];
    for (int i = 0; i < keys.length; i++) {
      int cell = group.cells[group.from + i];
      keys[i] = (long) (cell >> shift & 63) << 32 | cell;
    }
    java.util.Arrays.sort(keys);
    for (int i = 0; i < keys.length; i++) {
      group.cells[group.from + i] = (int) keys[i];
    }
    long half = (keys[0] >> 32) + (keys[keys.length - 1] >> 32);
    int at = 1;
    while (at < keys.length - 1 && 2 * (keys[at] >> 32) <= half) {
      at++;
    }
    return group.from + at;
  }

  private static void put(byte[] bytes, int i, int red, int green, int blue) {
    bytes[3 * i] = (byte) red;
    bytes[3 * i + 1] = (byte) green;
    bytes[3 * i + 2] = (byte) blue;
  }

  byte[] bytes() {
    return bytes;
  }

  int index(int colour) {
    return exact != null
        ? java.util.Arrays.binarySearch(exact, colour & 0xffffff)
        : places[cell(colour)];
  }
}
