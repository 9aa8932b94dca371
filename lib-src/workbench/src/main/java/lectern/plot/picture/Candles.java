package lectern.plot.picture;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.List;

/** Opening, highest, lowest and closing prices: plotly's {@code candlestick} and {@code ohlc}. */
final class Candles extends Trace {
  private double[] at;
  private double[][] prices;
  private double gap;

  Candles(Spec spec, int index, Axis x, Axis y) {
    super(spec, index, x, y);
  }

  @Override
  void measure() {
    at = x.values(spec.array("x"));
    prices = new double[4][];
    int i = 0;
    for (String name : new String[] {"open", "high", "low", "close"}) {
      prices[i++] = y.values(spec.array(name));
    }
    Distinct distinct = Distinct.of(at);
    boolean hlc = spec.text("type", "").equals("ohlc");
    gap = x.isCategory() ? 1 : distinct.smallestGap();
    if (distinct.values().length > 0 && !hlc) {
      x.wantStep(gap, distinct.values()[0], true);
    }
    Extremes.Room room = new Extremes.Room(false, false, 0, 0, gap / 2, gap / 2);
    for (double place : at) {
      x.extremes.add(x.linear(place), 0, 0, room, x.zeroCounts());
    }
    y.add(prices[1], Extremes.Room.PADDED);
    y.add(prices[2], Extremes.Room.PADDED);
  }

  private Color rising() {
    return colour("increasing.line.color", Colours.parse("#3d9970"));
  }

  private Color falling() {
    return colour("decreasing.line.color", Colours.parse("#ff4136"));
  }

  @Override
  List<String> colours() {
    return List.of(Colours.hex(rising()), Colours.hex(falling()));
  }

  @Override
  void paint(Ink ink) {
    ink.clip(x.start, y.start, x.length, y.length, 1);
    boolean hlc = spec.text("type", "").equals("ohlc");
    double half = hlc ? gap * spec.number("tickwidth", 0.3) : gap / 2 * 0.7 * 0.7;
    double width = spec.number("line.width", hlc ? 2 : 1.5);
    for (int i = 0; i < at.length; i++) {
      double[] p = new double[4];
      double sum = at[i];
      for (int j = 0; j < 4; j++) {
        p[j] = i < prices[j].length ? y.pixel(prices[j][i]) : Double.NaN;
        sum += p[j];
      }
      if (Double.isNaN(sum)) {
        continue;
      }
      Color colour = prices[3][i] < prices[0][i] ? falling() : rising();
      double left = x.pixel(at[i] - half);
      double middle = x.pixel(at[i]);
      double right = x.pixel(at[i] + half);
      if (hlc) {
        line(ink, middle, p[1], middle, p[2], colour, width);
        line(ink, left, p[0], middle, p[0], colour, width);
        line(ink, middle, p[3], right, p[3], colour, width);
      } else {
        double top = Math.min(p[0], p[3]);
        double bottom = Math.max(p[0], p[3]);
        line(ink, middle, p[1], middle, top, colour, width);
        line(ink, middle, bottom, middle, p[2], colour, width);
        ink.rectangle(
            left, top, right - left, bottom - top, Colours.fade(colour, 0.5), colour, width);
      }
    }
    ink.noClip();
  }

  private static void line(
      Ink ink, double x0, double y0, double x1, double y1, Color colour, double width) {
    ink.stroke(new Line2D.Double(x0, y0, x1, y1), colour, width, "solid");
  }
}
