package lectern.lstm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lectern.data.IdIndex;
import lectern.display.UserError;

/**
 * The field of each course, such as "computer science", as a side input of {@link LstmRecommender}.
 *
 * <pre>{@code CourseFields.of(data.items(), Map.of("java", "computing", "poetry", "literature")) }
 * </pre>
 *
 * <p>Courses without a field share one of their own, "". A course with several is given the first
 * or whichever the caller chooses.
 *
 * @param names the fields, in the order of their text
 * @param ofItem for each item the number of its field
 */
public record CourseFields(List<String> names, int[] ofItem) {
  public CourseFields {
    names = List.copyOf(names);
    ofItem = ofItem.clone();
    for (int field : ofItem) {
      if (field < 0 || field >= names.size()) {
        throw new UserError(
            "There is no field " + field + ": there are 0 to " + (names.size() - 1) + ".");
      }
    }
  }

  /**
   * The fields of these items.
   *
   * @param fieldOf item id to field; other ids are passed over
   */
  public static CourseFields of(IdIndex items, Map<String, String> fieldOf) {
    TreeSet<String> names = new TreeSet<>();
    for (String item : items.ids()) {
      names.add(fieldOf.getOrDefault(item, ""));
    }
    List<String> sorted = new ArrayList<>(names);
    int[] ofItem = new int[items.size()];
    for (int i = 0; i < ofItem.length; i++) {
      ofItem[i] = sorted.indexOf(fieldOf.getOrDefault(items.id(i), ""));
    }
    return new CourseFields(sorted, ofItem);
  }

  @Override
  public int[] ofItem() {
    return ofItem.clone();
  }

  @Override
  public String toString() {
    return names.size() + " fields of " + ofItem.length + " courses";
  }
}
