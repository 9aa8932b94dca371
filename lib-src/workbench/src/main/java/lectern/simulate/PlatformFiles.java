package lectern.simulate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.data.WholeFile;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;

/**
 * The exports that a company gets of its platforms, each in a form of its own, written from a
 * simulated platform with the dirt of its options.
 *
 * <ul>
 *   <li>{@code wechat.csv}: {@code openid, lesson, action, client, at, amount}; dates and times of
 *       Beijing; a view is called {@code read} and a purchase {@code buy}.
 *   <li>{@code social.jsonl} (Weibo, Douyin, Zhihu): one JSON object a line with {@code uid, item,
 *       act, site, at, value}; dates and times of UTC.
 *   <li>{@code app.csv} (app, offline): {@code user_id;course_id;event;source;time_ms;value};
 *       milliseconds since 1970.
 * </ul>
 *
 * <p>Users are accounts, to be joined by {@link SimulatedPlatform#accounts}. With dirt, one row in
 * 500 of the CSV files cannot be read: cut short, without a user, or with a date that does not
 * exist.
 *
 * @param folder where the files are
 * @param rows of all three, without those that cannot be read
 * @param unreadable rows that cannot be read
 * @param dirtLog what was done to the others, by their numbers when the files are read in the order
 *     of {@link #paths}
 */
public record PlatformFiles(Path folder, int rows, int unreadable, DirtLog dirtLog)
    implements Displayable {
  private static final List<String> NAMES = List.of("wechat.csv", "social.jsonl", "app.csv");
  private static final Map<String, String> WECHAT_WORDS =
      Map.of(Events.VIEW, "read", Events.PURCHASE, "buy");
  private static final double UNREADABLE = 0.002;
  private static final DateTimeFormatter BEIJING =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  /**
   * Writes the three files.
   *
   * @param folder made if it is not there
   * @throws UserError if the folder is a file
   */
  public static PlatformFiles write(Path folder, SimulatedPlatform platform) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UserError("\"" + folder + "\" is a file: name a folder for the three files.");
    }
    return new Work(platform).write(folder);
  }

  /** The files in their order: WeChat, social networks, app. */
  public List<Path> paths() {
    return NAMES.stream().map(folder::resolve).toList();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %,d rows, %,d more that cannot be read; %s",
        String.join(", ", NAMES),
        rows,
        unreadable,
        dirtLog);
  }

  @Override
  public MimeBundle bundle() {
    return MimeBundle.text(toString());
  }

  /** The work under way. */
  private static final class Work {
    private final EventLog log;
    private final boolean dirty;
    private final Noise noise;
    private final Map<Integer, DirtLog.Entry> changes = new HashMap<>();
    private final List<StringBuilder> texts =
        List.of(
            new StringBuilder("openid,lesson,action,client,at,amount\n"),
            new StringBuilder(),
            new StringBuilder("user_id;course_id;event;source;time_ms;value\n"));

    /** The rows of the log that each file holds. */
    private final List<List<Integer>> rowsOf =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    private int unreadable;

    Work(SimulatedPlatform platform) {
      Dirt dirt = platform.options().dirt();
      Soiled soiled = Soiled.of(platform.accountLog(), dirt, platform.seed());
      log = soiled.log();
      dirty = !dirt.isNone();
      noise = Noise.of(platform.seed(), "platform files");
      soiled.what().entries().forEach(entry -> changes.put(entry.row(), entry));
    }

    PlatformFiles write(Path folder) throws IOException {
      for (int row = 0; row < log.size(); row++) {
        int file = file(row);
        String line = line(file, row);
        if (file != 1 && dirty && noise.uniform(row, 0, 0, 0) < UNREADABLE) {
          line = broken(file, row, line);
          unreadable++;
        } else {
          rowsOf.get(file).add(row);
        }
        texts.get(file).append(line).append('\n');
      }
      Files.createDirectories(folder);
      for (int file = 0; file < texts.size(); file++) {
        byte[] bytes = texts.get(file).toString().getBytes(StandardCharsets.UTF_8);
        WholeFile.write(folder.resolve(NAMES.get(file)), bytes);
      }
      DirtLog numbered = numbered();
      return new PlatformFiles(folder, log.size() - unreadable, unreadable, numbered);
    }

    /** Which file a row is in: that of the platform it truly comes from. */
    private int file(int row) {
      DirtLog.Entry change = changes.get(row);
      boolean renamed = change != null && change.field().equals("platform");
      return switch (Channel.of(renamed ? change.clean() : log.platformId(row))) {
        case WECHAT -> 0;
        case APP, OFFLINE -> 2;
        default -> 1;
      };
    }

    private String line(int file, int row) {
      String user = log.userId(row);
      String course = log.courseId(row);
      String event = log.eventName(row);
      String platform = log.platformId(row);
      String value = number(log.value(row));
      boolean timed = log.hasTime(row);
      return switch (file) {
        case 0 -> {
          String at = timed ? BEIJING.format(Instant.ofEpochSecond(log.time(row))) : "";
          String action = WECHAT_WORDS.getOrDefault(event, event);
          yield String.join(",", user, course, action, platform, at, value);
        }
        case 1 ->
            String.format(
                Locale.ROOT,
                "{\"uid\":%s,\"item\":%s,\"act\":%s,\"site\":%s,\"at\":%s,\"value\":%s}",
                json(user),
                json(course),
                json(event),
                json(platform),
                timed ? json(Instant.ofEpochSecond(log.time(row)).toString()) : "null",
                value.isEmpty() ? "null" : value);
        default -> {
          String time = timed ? Long.toString(1000 * log.time(row)) : "";
          yield String.join(";", user, course, event, platform, time, value);
        }
      };
    }

    private String broken(int file, int row, String line) {
      String mark = file == 0 ? "," : ";";
      String[] fields = line.split(mark, -1);
      switch ((int) (3 * noise.uniform(row, 1, 0, 0))) {
        case 0 -> fields = Arrays.copyOf(fields, 4);
        case 1 -> fields[0] = "";
        default -> fields[4] = "2024-02-30 09:15";
      }
      return String.join(mark, fields);
    }

    private static String json(String text) {
      return text.isEmpty() ? "null" : "\"" + text + "\"";
    }

    /** No more decimals than needed; "" for NaN. */
    private static String number(double value) {
      boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
      return Double.isNaN(value) ? "" : whole ? Long.toString((long) value) : value + "";
    }

    private DirtLog numbered() {
      List<DirtLog.Entry> entries = new ArrayList<>();
      int number = 0;
      for (List<Integer> rows : rowsOf) {
        for (int row : rows) {
          DirtLog.Entry e = changes.get(row);
          if (e != null) {
            entries.add(
                new DirtLog.Entry(
                    e.kind(), number, e.cleanRow(), e.user(), e.field(), e.clean(), e.dirty()));
          }
          number++;
        }
      }
      return new DirtLog(entries);
    }
  }
}
