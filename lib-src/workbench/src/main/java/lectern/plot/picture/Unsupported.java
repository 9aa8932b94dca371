package lectern.plot.picture;

import java.util.List;

/** A kind of chart that is not drawn here: the picture says so in words. */
final class Unsupported extends Trace {
  Unsupported(Spec spec, int index) {
    super(spec, index, null, null);
  }

  String kind() {
    return spec.text("type", "scatter");
  }

  @Override
  void measure() {}

  @Override
  void paint(Ink ink) {}

  @Override
  List<String> colours() {
    return List.of();
  }

  @Override
  List<LegendEntry> legend() {
    return List.of();
  }
}
