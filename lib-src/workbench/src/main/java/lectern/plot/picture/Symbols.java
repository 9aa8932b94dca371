package lectern.plot.picture;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The shapes of markers. */
final class Symbols {
  private Symbols() {}

  /** True for shapes that are drawn as lines only. */
  static boolean open(String name) {
    return name.contains("open") || name.startsWith("x-thin") || name.startsWith("cross-thin");
  }

  /** A shape of a size around a point; a circle where the name is not known. */
  static Shape shape(String name, double px, double py, double size) {
    double r = size / 2;
    Shape shape =
        switch (name.replace("-open", "").replace("-dot", "")) {
          case "square" -> new Rectangle2D.Double(-r, -r, size, size);
          case "diamond" -> polygon(0, -1.3 * r, 1.3 * r, 0, 0, 1.3 * r, -1.3 * r, 0);
          case "triangle-up" -> polygon(0, -r, 1.15 * r, r, -1.15 * r, r);
          case "triangle-down" -> polygon(0, r, 1.15 * r, -r, -1.15 * r, -r);
          case "cross" -> cross(r);
          case "x" ->
              AffineTransform.getRotateInstance(Math.PI / 4).createTransformedShape(cross(r));
          case "star" -> star(1.4 * r);
          default -> new Ellipse2D.Double(-r, -r, size, size);
        };
    return AffineTransform.getTranslateInstance(px, py).createTransformedShape(shape);
  }

  private static Shape cross(double r) {
    double a = 0.4 * r;
    double b = 1.2 * r;
    return polygon(
        b, a, a, a, a, b, -a, b, -a, a, -b, a, -b, -a, -a, -a, -a, -b, a, -b, a, -a, b, -a);
  }

  private static Shape star(double r) {
    double[] points = new double[20];
    for (int i = 0; i < 10; i++) {
      double at = Math.PI * i / 5;
      double far = i % 2 == 0 ? r : 0.4 * r;
      points[2 * i] = far * StrictMath.sin(at);
      points[2 * i + 1] = -far * StrictMath.cos(at);
    }
    return polygon(points);
  }

  private static Shape polygon(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
    return path;
  }
}
