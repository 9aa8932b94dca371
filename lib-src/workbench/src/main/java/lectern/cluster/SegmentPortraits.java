package lectern.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.Html;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.feature.UserFeatures;
import lectern.math.ShapeMismatch;
import lectern.plot.Figure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What marks each segment of users: its share, the features in which it is farthest from everybody,
 * whether it is stable, one sentence in words.
 *
 * <pre>{@code
 * var model = KMeans.fit(scaled.matrix(), new KMeans.Options(4), seed);
 * var stability = ClusterStability.of(scaled.matrix(), model.labels(), clusterer, seed);
 * SegmentPortraits.of(features, model.labels(), stability)   // the features before scaling
 * }</pre>
 *
 * <p>How far: (median in the segment − median of all) / unit, the unit being 1.4826 times the
 * median absolute deviation of all, or 1.2533 times the mean absolute deviation where more than
 * half of the users have one value. So a few very large spenders move neither the middle nor the
 * unit. Unknown values (NaN) are left out. The articles crossplatform 5.2.1 and community 3.2
 * describe segments in this way, in words.
 */
public final class SegmentPortraits implements Displayable {
  private static final int COLUMNS = 12;

  /** Blue, nearly white, red: readable with red-green blindness. */
  private static final List<List<Object>> BELOW_TO_ABOVE =
      List.of(List.of(0, "#4393c3"), List.of(0.5, "#f7f7f7"), List.of(1, "#d6604d"));

  private final List<String> features;
  private final List<SegmentPortrait> portraits;
  private final int users;

  private SegmentPortraits(List<String> features, List<SegmentPortrait> portraits, int users) {
    this.features = features;
    this.portraits = portraits;
    this.users = users;
  }

  /** Portraits without stability. */
  public static SegmentPortraits of(UserFeatures features, int[] labels) {
    return of(features, labels, label -> Double.NaN);
  }

  /** Portraits with the stability of each segment. */
  public static SegmentPortraits of(
      UserFeatures features, int[] labels, ClusterStability stability) {
    return of(features, labels, stability::of);
  }

  private static SegmentPortraits of(
      UserFeatures features, int[] labels, IntToDoubleFunction stability) {
    if (labels.length != features.size()) {
      throw new ShapeMismatch(
          "Each user needs a label: " + features.size() + " users, " + labels.length + " labels.");
    }
    if (labels.length == 0) {
      throw new UserError("There are no users to portray.");
    }
    List<double[]> columns = features.names().stream().map(features::column).toList();
    List<RobustScale> scales = columns.stream().map(RobustScale::of).toList();
    List<SegmentPortrait> portraits = new ArrayList<>();
    for (int label : Arrays.stream(labels).distinct().sorted().toArray()) {
      int[] members = IntStream.range(0, labels.length).filter(i -> labels[i] == label).toArray();
      List<SegmentPortrait.Trait> traits = new ArrayList<>();
      for (int j = 0; j < columns.size(); j++) {
        double[] column = columns.get(j);
        double median =
            RobustScale.median(Arrays.stream(members).mapToDouble(i -> column[i]).toArray());
        RobustScale scale = scales.get(j);
        traits.add(
            new SegmentPortrait.Trait(
                features.names().get(j), median, scale.median(), scale.of(median)));
      }
      traits.sort(Comparator.comparingDouble(trait -> -Math.abs(trait.distance())));
      portraits.add(
          new SegmentPortrait(
              label,
              members.length,
              members.length / (double) labels.length,
              traits,
              stability.applyAsDouble(label)));
    }
    return new SegmentPortraits(features.names(), List.copyOf(portraits), labels.length);
  }

  /** The portraits, by label; those in no segment (a negative label) first. */
  public List<SegmentPortrait> portraits() {
    return portraits;
  }

  /** The portrait of this label. */
  public SegmentPortrait of(int label) {
    return portraits.stream()
        .filter(portrait -> portrait.label() == label)
        .findFirst()
        .orElseThrow(() -> new UserError("There is no segment " + label + "."));
  }

  /** One sentence for each segment. */
  public List<String> sentences() {
    return portraits.stream().map(SegmentPortrait::sentence).toList();
  }

  /** Segment, users, share, the three farthest features with their distance, stability. */
  public Table table() {
    Table table =
        Table.create(
            "segments",
            StringColumn.create("segment", portraits.stream().map(SegmentPortrait::name).toList()),
            IntColumn.create(
                "users", portraits.stream().mapToInt(SegmentPortrait::users).toArray()),
            DoubleColumn.create(
                "share", portraits.stream().mapToDouble(SegmentPortrait::share).toArray()));
    for (int place = 0; place < Math.min(SegmentPortrait.TOLD, features.size()); place++) {
      StringColumn column =
          StringColumn.create(new String[] {"farthest", "second", "third"}[place]);
      for (SegmentPortrait portrait : portraits) {
        column.append(portrait.traits().get(place).brief());
      }
      table.addColumns(column);
    }
    if (portraits.stream().anyMatch(portrait -> !Double.isNaN(portrait.stability()))) {
      table.addColumns(
          DoubleColumn.create(
              "stability", portraits.stream().mapToDouble(SegmentPortrait::stability).toArray()));
    }
    return table;
  }

  /** All segments and the features that mark them (12 at most), as colours and numbers. */
  public Figure figure() {
    List<String> shown = marking();
    double[][] distances =
        portraits.stream()
            .map(portrait -> shown.stream().mapToDouble(f -> distance(portrait, f)).toArray())
            .toArray(double[][]::new);
    double largest =
        Arrays.stream(distances).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
    double limit = Math.max(1, Math.min(3, largest));
    return Figure.of("Segments beside everybody, in robust units")
        .heatMap(shown, portraits.stream().map(SegmentPortrait::name).toList(), distances)
        .valueLabels(1)
        .onLast("zmin", -limit)
        .onLast("zmax", limit)
        .onLast("colorscale", BELOW_TO_ABOVE);
  }

  /** One segment's features (12 at most), the farthest from everybody first, as bars. */
  public Figure figure(int label) {
    List<SegmentPortrait.Trait> traits = of(label).traits();
    List<SegmentPortrait.Trait> shown = traits.subList(0, Math.min(COLUMNS, traits.size()));
    return Figure.of(of(label).name() + " beside everybody")
        .horizontalBars(
            of(label).name(),
            shown.stream().map(SegmentPortrait.Trait::feature).toList(),
            shown.stream().map(SegmentPortrait.Trait::distance).toList())
        .xTitle("robust units above or below the median of all")
        .legend(false);
  }

  /** The features in which some segment is farthest, in the order of the features. */
  private List<String> marking() {
    List<String> farthest =
        features.stream()
            .sorted(Comparator.comparingDouble(feature -> -largest(feature)))
            .limit(COLUMNS)
            .toList();
    return features.stream().filter(farthest::contains).toList();
  }

  private double largest(String feature) {
    return portraits.stream().mapToDouble(p -> Math.abs(distance(p, feature))).max().orElse(0);
  }

  private static double distance(SegmentPortrait portrait, String feature) {
    return portrait.traits().stream()
        .filter(trait -> trait.feature().equals(feature))
        .mapToDouble(SegmentPortrait.Trait::distance)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d segments of %,d users", portraits.size(), users);
  }

  @Override
  public MimeBundle bundle() {
    MimeBundle shown = Titled.bundle(toString(), table());
    MimeBundle out = MimeBundle.text(shown.plain() + "\n" + String.join("\n", sentences()));
    return shown.data().get(MimeBundle.HTML) instanceof String html
        ? out.with(MimeBundle.HTML, html + list())
        : out;
  }

  private String list() {
    return sentences().stream()
        .map(sentence -> "<li>" + Html.escape(sentence) + "</li>")
        .collect(Collectors.joining("", "<ul>", "</ul>"));
  }
}
