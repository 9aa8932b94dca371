package lectern.plot.picture;

import java.awt.Color;
import java.util.List;

/** One series of a figure: it says how much room it needs, then draws itself. */
abstract class Trace {
  final Spec spec;
  final int index;
  final Axis x;
  final Axis y;

  Trace(Spec spec, int index, Axis x, Axis y) {
    this.spec = spec;
    this.index = index;
    this.x = x;
    this.y = y;
  }

  /** Reads the values and tells the axes what they must hold. */
  abstract void measure();

  abstract void paint(Ink ink);

  /** The colours that tell this series from the others, as #rrggbb. */
  abstract List<String> colours();

  /** The lines that this series has in the legend: usually one. */
  List<LegendEntry> legend() {
    boolean listed = spec.flag("showlegend", true);
    return listed ? List.of(new LegendEntry(name(), this::paintKey)) : List.of();
  }

  /** The sample in the legend, in a box 30 wide around (0, 0). */
  void paintKey(Ink ink) {
    ink.rectangle(
        -6, -6, 12, 12, Colours.fade(Colours.parse(colours().get(0)), opacity()), null, 0);
  }

  /** The legend that lists this series. */
  String legendName() {
    return spec.text("legend", "legend");
  }

  String name() {
    return spec.text("name", "trace " + index);
  }

  /** 0 for what lies at the bottom; larger for what is drawn later. */
  int layer() {
    return 1;
  }

  /** The colour bar beside the plot, or null. */
  ColourScale scale() {
    return null;
  }

  Color colour(String path, Color otherwise) {
    return Colours.parse(spec.text(path, ""), otherwise);
  }

  double opacity() {
    return spec.number("opacity", 1);
  }
}
