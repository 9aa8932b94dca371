package lectern.simulate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lectern.data.Events;
import lectern.data.WholeFile;
import lectern.display.UserError;

/**
 * The files that the articles' listings read and nobody has, with exactly the columns that they
 * need, written from a simulated platform.
 *
 * <ul>
 *   <li>{@code user_behavior_data.csv} (crossplatform 5.2.1): one row a user: {@code user_id},
 *       {@code " browsing_time"} (minutes a week), {@code " purchase_frequency"} (purchases a
 *       week), {@code " click_count"}, {@code " age"}. All but the first name begin with a space,
 *       as the listing asks for them; all columns are numbers, because its cleaning scales every
 *       one. With dirt in the options there are rows twice and cells without a value.
 *   <li>{@code content_data.csv} (crossplatform 5.2.2): one row a course: {@code content_id},
 *       {@code title}, {@code category} (its field), {@code cluster} (0, 1 or 2: in which third of
 *       the users, by browsing time, the largest part of the third's views goes to it), {@code
 *       price}.
 *   <li>{@code user_behavior.csv} (precision 5.2): one row an event, by time: {@code user_id} and
 *       {@code course_id} from 1 without gaps, because the listing uses them as places in a matrix;
 *       {@code behavior_type} 1 for a view, 2 for a favourite, 3 for a purchase, because it writes
 *       it into that matrix.
 * </ul>
 *
 * @param folder where the files are
 * @param users rows of the first, without those that stand twice
 * @param contents rows of the second
 * @param behaviours rows of the third
 */
public record ArticleFiles(Path folder, int users, int contents, int behaviours) {
  /** crossplatform 5.2.1. */
  public static final String USERS = "user_behavior_data.csv";

  /** crossplatform 5.2.2. */
  public static final String CONTENTS = "content_data.csv";

  /** precision 5.2. */
  public static final String BEHAVIOURS = "user_behavior.csv";

  private static final List<String> TYPES = List.of(Events.VIEW, Events.FAVOURITE, Events.PURCHASE);

  /**
   * Simulates a platform and writes the three files.
   *
   * @param folder made if it is not there
   * @throws UserError if nothing happened on the platform, or the folder is a file
   */
  public static ArticleFiles write(Path folder, SimulationOptions options, long seed)
      throws IOException {
    return write(folder, Simulation.run(options, seed));
  }

  /** Writes the three files from a platform. */
  public static ArticleFiles write(Path folder, SimulatedPlatform platform) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UserError("\"" + folder + "\" is a file: name a folder for the three files.");
    }
    int[] kept =
        IntStream.range(0, platform.cleanLog().size())
            .filter(row -> TYPES.contains(platform.cleanLog().eventName(row)))
            .toArray();
    if (kept.length == 0) {
      throw new UserError("Nothing happened on this platform: take more users or weeks.");
    }
    UserSums sums = UserSums.of(platform);
    String users = users(platform, sums);
    String contents = contents(platform, sums);
    String behaviours = behaviours(platform, kept);
    Files.createDirectories(folder);
    write(folder, USERS, users);
    write(folder, CONTENTS, contents);
    write(folder, BEHAVIOURS, behaviours);
    return new ArticleFiles(
        folder, sums.minutes().length, platform.cleanLog().courses().size(), kept.length);
  }

  private static void write(Path folder, String name, String text) throws IOException {
    WholeFile.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String users(SimulatedPlatform platform, UserSums sums) {
    Dirt dirt = platform.options().dirt();
    Noise noise = Noise.of(platform.seed(), "article files");
    double weeks = platform.options().weeks();
    StringBuilder out =
        new StringBuilder("user_id, browsing_time, purchase_frequency, click_count, age\n");
    for (int u = 0; u < sums.minutes().length; u++) {
      String[] cells = {
        number(u + 1),
        number(sums.minutes()[u] / weeks),
        number(sums.purchases()[u] / weeks),
        number(sums.clicks()[u]),
        number(sums.ages()[u])
      };
      if (noise.uniform(u, 0, 0, 0) < dirt.missing()) {
        cells[1 + (int) (4 * noise.uniform(u, 1, 0, 0))] = "";
      }
      String row = String.join(",", cells) + "\n";
      out.append(row);
      if (noise.uniform(u, 2, 0, 0) < dirt.duplicates()) {
        out.append(row);
      }
    }
    return out.toString();
  }

  /** Three decimals at most, no more than needed. */
  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  private static String contents(SimulatedPlatform platform, UserSums sums) {
    int[] thirds = thirds(sums.minutes());
    int[][] views = new int[platform.cleanLog().courses().size()][3];
    int[] total = new int[3];
    var log = platform.cleanLog();
    for (int row = 0; row < log.size(); row++) {
      if (log.is(row, Events.VIEW)) {
        int third = thirds[log.user(row)];
        views[log.course(row)][third]++;
        total[third]++;
      }
    }
    var courses = log.courseAttributes();
    StringBuilder out = new StringBuilder("content_id,title,category,cluster,price\n");
    for (int c = 0; c < views.length; c++) {
      int best = 0;
      for (int third = 1; third < 3; third++) {
        // compared as products, so that a third without views is no division by 0
        if ((long) views[c][third] * total[best] > (long) views[c][best] * total[third]) {
          best = third;
        }
      }
      out.append(c + 1)
          .append(",\"")
          .append(courses.stringColumn("title").get(c).replace("\"", "\"\""))
          .append("\",")
          .append(courses.stringColumn("field").get(c))
          .append(',')
          .append(best)
          .append(',')
          .append(number(courses.doubleColumn("price").get(c)))
          .append('\n');
    }
    return out.toString();
  }

  /** 0 for the third of the users with the fewest minutes, then 1 and 2; ties by number. */
  private static int[] thirds(double[] minutes) {
    Integer[] order = new Integer[minutes.length];
    Arrays.setAll(order, u -> u);
    Arrays.sort(order, (a, b) -> Double.compare(minutes[a], minutes[b]));
    int[] thirds = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      thirds[order[i]] = (int) (3L * i / order.length);
    }
    return thirds;
  }

  private static String behaviours(SimulatedPlatform platform, int[] kept) {
    var log = platform.cleanLog();
    int[] users = places(Arrays.stream(kept).map(log::user), log.users().size());
    int[] courses = places(Arrays.stream(kept).map(log::course), log.courses().size());
    StringBuilder out = new StringBuilder("user_id,course_id,behavior_type\n");
    for (int row : kept) {
      out.append(users[log.user(row)])
          .append(',')
          .append(courses[log.course(row)])
          .append(',')
          .append(1 + TYPES.indexOf(log.eventName(row)))
          .append('\n');
    }
    return out.toString();
  }

  /** New numbers from 1 without gaps for those that occur, in the order of the old. */
  private static int[] places(IntStream occurring, int size) {
    int[] sorted = occurring.distinct().sorted().toArray();
    int[] places = new int[size];
    for (int i = 0; i < sorted.length; i++) {
      places[sorted[i]] = i + 1;
    }
    return places;
  }
}
