package lectern.plot.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sets bars that share a place beside, upon or over each other, and tells the axes their room. */
final class BarGroups {
  private final Spec layout;
  private final List<Bars> bars;
  private final String mode;
  private final Axis place;
  private final Axis length;

  /** Bars of one direction on one pair of axes. */
  BarGroups(Spec layout, List<Bars> bars) {
    this.layout = layout;
    this.bars = bars;
    this.mode = layout.text("barmode", "group");
    this.place = bars.get(0).place();
    this.length = bars.get(0).length();
  }

  void arrange() {
    countTogether();
    bars.forEach(b -> b.tops = new double[b.sizes.length]);
    if (mode.equals("overlay")) {
      bars.forEach(one -> widths(List.of(one)));
    } else {
      widths(bars);
    }
    if (mode.equals("stack") || mode.equals("relative")) {
      stack();
    } else {
      standAlone();
    }
  }

  private void countTogether() {
    List<Bars> counted = bars.stream().filter(Bars::isHistogram).toList();
    boolean apart = mode.equals("overlay");
    for (Bars one : counted) {
      List<Bars> group = apart ? List.of(one) : counted;
      double[] all =
          group.stream()
              .flatMapToDouble(b -> java.util.Arrays.stream(b.counting()))
              .filter(v -> !Double.isNaN(v))
              .toArray();
      if (all.length > 0) {
        Bars first = group.get(0);
        one.count(Bins.edges(place, all, first.ownBins(), first.mostBins(), false));
      }
    }
  }

  private void widths(List<Bars> group) {
    double[] all = group.stream().flatMapToDouble(b -> java.util.Arrays.stream(b.places)).toArray();
    Distinct distinct = Distinct.of(all);
    double only = group.stream().mapToDouble(b -> b.onlyWidth).filter(w -> w > 0).min().orElse(0);
    double gap = distinct.smallestGap();
    if (only > 0) {
      gap = distinct.values().length == 1 ? only : Math.min(gap, only);
    }
    gap = place.isCategory() ? 1 : gap;
    boolean overlap = all.length != distinct.values().length;
    boolean beside = mode.equals("group") && overlap;
    double whole = gap * (1 - layout.number("bargap", 0.2));
    int count = beside ? group.size() : 1;
    for (int i = 0; i < group.size(); i++) {
      Bars one = group.get(i);
      double room = whole / count;
      one.width = room * (1 - layout.number("bargroupgap", 0));
      int at = beside ? i : 0;
      one.offset = ((2 * at + 1 - count) * room - one.width) / 2;
      if (one.spec.has("width")) {
        one.width = one.spec.number("width", one.width);
        one.offset = -one.width / 2;
      }
      room(one, gap);
    }
    double first = distinct.values().length > 0 ? distinct.values()[0] : 0;
    place.wantStep(gap, first, overlap);
  }

  private void room(Bars one, double gap) {
    double[] ends = new double[2 * one.places.length];
    for (int i = 0; i < one.places.length; i++) {
      ends[2 * i] = one.places[i] - gap / 2;
      ends[2 * i + 1] = one.places[i] + gap / 2;
    }
    place.add(ends, Extremes.Room.TIGHT);
  }

  /** Bars of one series at the same place would hide each other: they stand upon each other. */
  private static void unhide(Bars one) {
    Map<String, Double> sums = new HashMap<>();
    for (int i = 0; i < one.places.length; i++) {
      if (!one.based[i] && !Double.isNaN(one.sizes[i])) {
        String key = one.places[i] + (one.sizes[i] < 0 ? "v" : "^");
        one.bases[i] = sums.getOrDefault(key, 0.0);
        sums.put(key, one.bases[i] + one.sizes[i]);
      }
    }
  }

  private void standAlone() {
    for (Bars one : bars) {
      if (mode.equals("group")) {
        unhide(one);
      }
      boolean zero = false;
      List<Double> ends = new ArrayList<>();
      for (int i = 0; i < one.places.length; i++) {
        one.tops[i] = one.bases[i] + one.sizes[i];
        ends.add(one.tops[i]);
        if (one.based[i]) {
          ends.add(one.bases[i]);
        }
        zero |= !one.based[i] || one.bases[i] == 0;
      }
      add(one, ends, zero);
    }
  }

  private void stack() {
    Map<String, Double> sums = new HashMap<>();
    for (Bars one : bars) {
      List<Double> ends = new ArrayList<>();
      for (int i = 0; i < one.places.length; i++) {
        if (Double.isNaN(one.sizes[i])) {
          one.tops[i] = Double.NaN;
          continue;
        }
        boolean down = mode.equals("relative") && one.sizes[i] < 0;
        String key = Math.round(one.places[i] / (one.width / 100)) + (down ? "v" : "^");
        double base = sums.getOrDefault(key, 0.0);
        one.bases[i] = base;
        one.tops[i] = base + one.sizes[i];
        sums.put(key, one.tops[i]);
        ends.add(one.tops[i]);
      }
      add(one, ends, true);
    }
  }

  private void add(Bars one, List<Double> ends, boolean zero) {
    Extremes.Room room = zero ? Extremes.Room.PADDED.zero() : Extremes.Room.PADDED;
    double words = wordRoom(one);
    boolean up = false;
    boolean down = false;
    for (double size : one.sizes) {
      up |= size >= 0;
      down |= size < 0;
    }
    double above = up ? words : 0;
    double below = down ? words : 0;
    for (double end : ends) {
      length.extremes.add(length.linear(end), below, above, room, length.zeroCounts());
    }
    addErrors(one);
  }

  /** Room for one line of words outside an upright bar. */
  private static double wordRoom(Bars one) {
    boolean outside =
        one.upright()
            && one.spec.hasArray("text")
            && one.spec.text("textposition", "").equals("outside");
    return outside ? one.spec.number("textfont.size", 12) * 1.3 + 3 : 0;
  }

  private void addErrors(Bars one) {
    String path = one.upright() ? "error_y" : "error_x";
    if (!one.spec.has(path)) {
      return;
    }
    ErrorBars errors = new ErrorBars(one.spec.at(path));
    for (int i = 0; i < one.tops.length; i++) {
      length.add(
          new double[] {errors.low(one.tops[i], i), errors.high(one.tops[i], i)},
          Extremes.Room.PADDED);
    }
  }
}
