package lectern.simulate;

import java.util.ArrayList;
import java.util.List;
import lectern.data.EventLog;
import lectern.data.EventLogBuilder;
import lectern.data.Events;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** A log with dirt on it, and what was done. Each row is soiled in at most one way. */
record Soiled(EventLog log, DirtLog what) {
  /** Other names, another script, a misspelling, and UTF-8 read as Windows-1252. */
  private static final String[][] LABELS = {
    {"WeChat", "微信", "weixin", "å¾®ä¿¡"},
    {"Weibo", "微博", "sina weibo", "å¾®å\u008dš"},
    {"Douyin", "抖音", "tiktok", "æŠ–éŸ³"},
    {"Zhihu", "知乎", "zhi hu", "çŸ¥ä¹Ž"},
    {"App", "应用", "APP ", "åº”ç”¨"},
    {"Offline", "线下", "off-line", "çº¿ä¸‹"},
  };

  /** The clean log with dirt of these shares. */
  static Soiled of(EventLog clean, Dirt dirt, long seed) {
    if (dirt.isNone()) {
      return new Soiled(clean, new DirtLog(List.of()));
    }
    return new Work(clean, dirt, seed).run();
  }

  /** The work under way. */
  private static final class Work {
    private final EventLog clean;
    private final Dirt dirt;
    private final Noise noise;
    private final EventLogBuilder out = EventLog.builder();
    private final List<DirtLog.Entry> entries = new ArrayList<>();
    private int rows;

    Work(EventLog clean, Dirt dirt, long seed) {
      this.clean = clean;
      this.dirt = dirt;
      noise = Noise.of(seed, "dirt");
    }

    Soiled run() {
      clean.users().ids().forEach(out::user);
      clean.courses().ids().forEach(out::course);
      for (int row = 0; row < clean.size(); row++) {
        soil(row);
      }
      Table users = attributes(clean.userAttributes());
      EventLog log = out.userAttributes(users).courseAttributes(clean.courseAttributes()).build();
      return new Soiled(log, new DirtLog(entries));
    }

    private void soil(int row) {
      double draw = noise.uniform(row, 0, 0, 0);
      String platform = clean.platformId(row);
      long time = clean.time(row);
      double value = clean.value(row);
      if ((draw -= dirt.duplicates()) < 0) {
        add(row, platform, time, value);
        note("duplicates", row, "row", "", "the same row again");
        add(row, platform, time, value);
      } else if ((draw -= dirt.doubleFired()) < 0) {
        add(row, platform, time, value);
        long again = time + 1 + (long) (3 * noise.uniform(row, 1, 0, 0));
        note("doubleFired", row, "row", "", "sent again " + (again - time) + " s later");
        add(row, platform, again, value);
      } else if ((draw -= dirt.missing()) < 0) {
        miss(row, platform, time, value);
      } else if ((draw -= dirt.impossible()) < 0) {
        impossible(row, platform, time, value);
      } else if ((draw -= dirt.labels()) < 0) {
        String[] names = LABELS[Channel.of(platform).ordinal()];
        String label = names[(int) (names.length * noise.uniform(row, 2, 0, 0))];
        note("labels", row, "platform", platform, label);
        add(row, label, time, value);
      } else if (clean.is(row, Events.VIEW)) {
        view(row, platform, time, value);
      } else {
        add(row, platform, time, value);
      }
    }

    private void view(int row, String platform, long time, double minutes) {
      double draw = noise.uniform(row, 3, 0, 0);
      double now = minutes;
      if ((draw -= dirt.wrongUnits()) < 0) {
        now = Math.rint(minutes * 60);
        note("wrongUnits", row, "value", minutes + "", now + "");
      } else if (draw - dirt.outliers() < 0) {
        now = Math.rint(minutes * (10 + 30 * noise.uniform(row, 4, 0, 0)));
        note("outliers", row, "value", minutes + "", now + "");
      }
      add(row, platform, time, now);
    }

    private void miss(int row, String platform, long time, double value) {
      double which = noise.uniform(row, 5, 0, 0);
      if (which < 0.4 && !Double.isNaN(value)) {
        note("missing", row, "value", value + "", "");
        add(row, platform, time, Double.NaN);
      } else if (which < 0.7) {
        note("missing", row, "platform", platform, "");
        add(row, null, time, value);
      } else {
        note("missing", row, "time", time + "", "");
        add(row, platform, EventLog.NO_TIME, value);
      }
    }

    private void impossible(int row, String platform, long time, double value) {
      if (Double.isNaN(value)) {
        long never = 86_400L * (int) (365 * noise.uniform(row, 6, 0, 0));
        note("impossible", row, "time", time + "", never + "");
        add(row, platform, never, value);
      } else {
        double now = clean.is(row, Events.RATING) ? 7 : -Math.max(1, value);
        note("impossible", row, "value", value + "", now + "");
        add(row, platform, time, now);
      }
    }

    private void add(int row, String platform, long time, double value) {
      int course = clean.course(row);
      out.add(
          clean.userId(row),
          course < 0 ? null : clean.courseId(row),
          clean.eventName(row),
          platform,
          time,
          value);
      rows++;
    }

    /** Notes what is done to the row that is added next. */
    private void note(String kind, int row, String field, String was, String is) {
      entries.add(new DirtLog.Entry(kind, rows, row, clean.userId(row), field, was, is));
    }

    private Table attributes(Table users) {
      if (!users.columnNames().contains("age")) {
        return users;
      }
      IntColumn age = users.intColumn("age");
      IntColumn tier = users.intColumn("city tier");
      for (int u = 0; u < users.rowCount(); u++) {
        if (noise.uniform(u, 7, 0, 0) >= dirt.attributes()) {
          continue;
        }
        double which = noise.uniform(u, 8, 0, 0);
        String id = users.stringColumn("user").get(u);
        if (which < 0.4) {
          entry(id, "age", age.get(u) + "", "");
          age.setMissing(u);
        } else if (which < 0.7) {
          int never = noise.uniform(u, 9, 0, 0) < 0.5 ? -1 : 199;
          entry(id, "age", age.get(u) + "", never + "");
          age.set(u, never);
        } else {
          entry(id, "city tier", tier.get(u) + "", "");
          tier.setMissing(u);
        }
      }
      return users;
    }

    private void entry(String user, String field, String was, String is) {
      entries.add(new DirtLog.Entry("attributes", -1, -1, user, field, was, is));
    }
  }
}
