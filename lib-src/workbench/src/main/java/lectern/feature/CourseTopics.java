package lectern.feature;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import lectern.data.EventLog;
import lectern.display.UserError;
import tech.tablesaw.api.Table;

/**
 * The topic of each course: an attribute of the courses, read as text. Topics are in the order of
 * {@link String#compareTo}.
 */
public final class CourseTopics {
  private final List<String> topics;
  private final int[] ofCourse;

  private CourseTopics(List<String> topics, int[] ofCourse) {
    this.topics = topics;
    this.ofCourse = ofCourse;
  }

  /**
   * The topics by this attribute.
   *
   * @throws UserError if the log knows no such attribute, or no value of it
   */
  public static CourseTopics of(EventLog log, String attribute) {
    Table table = log.courseAttributes();
    if (!table.columnNames().contains(attribute) || attribute.equals("course")) {
      throw new UserError(
          "The courses of this log have no attribute \""
              + attribute
              + "\"; they have "
              + table.columnNames().subList(1, table.columnCount())
              + ". Add one with withCourseAttributes(table).");
    }
    List<String> ids = table.column(0).asStringColumn().asList();
    List<String> values = table.column(attribute).asStringColumn().asList();
    List<String> topics = List.copyOf(new TreeSet<>(values.stream().filter(known()).toList()));
    if (topics.isEmpty()) {
      throw new UserError("No course has a value of \"" + attribute + "\".");
    }
    int[] ofCourse = new int[log.courses().size()];
    Arrays.fill(ofCourse, -1);
    for (int i = 0; i < ids.size(); i++) {
      int course = log.courses().number(ids.get(i));
      if (course >= 0 && known().test(values.get(i))) {
        ofCourse[course] = topics.indexOf(values.get(i));
      }
    }
    return new CourseTopics(topics, ofCourse);
  }

  private static Predicate<String> known() {
    return value -> value != null && !value.isBlank();
  }

  /** The names of the topics. */
  public List<String> names() {
    return topics;
  }

  /** The topic's number of a course's number; −1 where unknown, also for course −1. */
  public int of(int course) {
    return course < 0 ? -1 : ofCourse[course];
  }

  /**
   * The number of a topic.
   *
   * @throws UserError if there is no such topic
   */
  public int number(String topic) {
    int number = topics.indexOf(topic);
    if (number < 0) {
      throw new UserError("There is no topic \"" + topic + "\"; there are " + topics + ".");
    }
    return number;
  }
}
