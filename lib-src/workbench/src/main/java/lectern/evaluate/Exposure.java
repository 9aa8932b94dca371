package lectern.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import lectern.data.Interactions;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How much attention each group of items gets in the lists, beside its share of the catalogue and
 * of what people took.
 *
 * <p>A place p of a list is worth 1 / log₂(1 + p); a group's exposure is its share of the worth of
 * all places shown. Gap = exposure − share of what people took: above 0, the model pushes the group
 * beyond its demand. The largest absolute gap is one number for fairness between groups of
 * providers.
 *
 * <p>Source: Singh and Joachims, Fairness of exposure in rankings, KDD 2018.
 *
 * @param groups in alphabetical order
 */
public record Exposure(String model, List<Group> groups) implements Displayable {
  /**
   * A group of items.
   *
   * @param ofCatalogue its share of the items
   * @param ofDemand its share of the interactions learnt from
   * @param exposure its share of the attention in the lists
   */
  public record Group(String name, double ofCatalogue, double ofDemand, double exposure) {
    /** exposure − ofDemand. */
    public double gap() {
      return exposure - ofDemand;
    }
  }

  public Exposure {
    groups = List.copyOf(groups);
  }

  /**
   * @param groupOfItem the group of each item, by number
   * @param train what people took before
   */
  public static Exposure of(SuggestedLists lists, List<String> groupOfItem, Interactions train) {
    int items = lists.items().size();
    if (groupOfItem.size() != items || train.itemCount() != items) {
      throw new UserError(
          "Exposure needs a group for each of the "
              + items
              + " items and interactions with the same items: there are "
              + groupOfItem.size()
              + " groups and "
              + train.itemCount()
              + " items.");
    }
    TreeMap<String, double[]> sums = new TreeMap<>();
    groupOfItem.forEach(group -> sums.computeIfAbsent(group, none -> new double[3])[0]++);
    for (int cell = 0; cell < train.size(); cell++) {
      sums.get(groupOfItem.get(train.item(cell)))[1]++;
    }
    double shown = 0;
    for (int[] list : lists.all()) {
      for (int place = 1; place <= list.length; place++) {
        double worth = StrictMath.log(2) / StrictMath.log(1 + place);
        sums.get(groupOfItem.get(list[place - 1]))[2] += worth;
        shown += worth;
      }
    }
    double allShown = shown;
    List<Group> groups = new ArrayList<>();
    sums.forEach(
        (name, sum) ->
            groups.add(new Group(name, sum[0] / items, sum[1] / train.size(), sum[2] / allShown)));
    return new Exposure(lists.toString().split(":", 2)[0], groups);
  }

  /** The largest absolute gap of a group. */
  public double largestGap() {
    return groups.stream().mapToDouble(group -> Math.abs(group.gap())).max().orElse(Double.NaN);
  }

  /** One row for each group. */
  public Table table() {
    return Table.create(
        "exposure",
        StringColumn.create("group", groups.stream().map(Group::name).toList()),
        column("of catalogue", groups.stream().mapToDouble(Group::ofCatalogue).toArray()),
        column("of demand", groups.stream().mapToDouble(Group::ofDemand).toArray()),
        column("exposure", groups.stream().mapToDouble(Group::exposure).toArray()),
        column("gap", groups.stream().mapToDouble(Group::gap).toArray()));
  }

  private static DoubleColumn column(String name, double[] values) {
    return DoubleColumn.create(name, values);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: exposure of %d groups, largest gap to demand %.4f",
        model,
        groups.size(),
        largestGap());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
