package lectern.simulate;

import java.util.List;
import java.util.Locale;
import lectern.display.UserError;

/** What a course is about: its field. */
public enum Topic {
  PROGRAMMING(
      "编程", "Programming", List.of("Python", "Java", "Web 前端/Web Front End", "算法/Algorithms")),
  DATA(
      "数据分析",
      "Data Analysis",
      List.of("Excel", "SQL", "数据可视化/Data Visualisation", "机器学习/Machine Learning")),
  FINANCE(
      "理财",
      "Personal Finance",
      List.of("基金/Funds", "股票/Shares", "保险/Insurance", "家庭账本/Household Budgets")),
  ENGLISH(
      "英语",
      "English",
      List.of("口语/Spoken English", "商务英语/Business English", "雅思/IELTS", "语法/Grammar")),
  DESIGN(
      "设计",
      "Design",
      List.of("插画/Illustration", "摄影/Photography", "界面设计/Interface Design", "海报/Posters")),
  PSYCHOLOGY(
      "心理学", "Psychology", List.of("情绪/Emotions", "沟通/Communication", "习惯/Habits", "压力/Stress")),
  PARENTING(
      "亲子",
      "Parenting",
      List.of("绘本/Picture Books", "早教/Early Learning", "作业/Homework", "青春期/Adolescence")),
  HEALTH("健康", "Health", List.of("睡眠/Sleep", "营养/Nutrition", "跑步/Running", "瑜伽/Yoga"));

  private final String chinese;
  private final String english;
  private final List<String> subjects;

  Topic(String chinese, String english, List<String> subjects) {
    this.chinese = chinese;
    this.english = english;
    this.subjects = subjects;
  }

  /** As it stands in tables, such as {@code "programming"}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }

  int subjects() {
    return subjects.size();
  }

  String chineseSubject(int number) {
    return subjects.get(number).split("/")[0];
  }

  String englishSubject(int number) {
    String[] both = subjects.get(number).split("/");
    return both[both.length - 1].equals(both[0]) ? both[0] : both[1];
  }

  /** The topic with this id. */
  public static Topic of(String id) {
    for (Topic topic : values()) {
      if (topic.id().equals(id)) {
        return topic;
      }
    }
    throw new UserError("There is no topic \"" + id + "\": choose one of " + ids() + ".");
  }

  static List<String> ids() {
    return List.of(values()).stream().map(Topic::id).toList();
  }
}
