package lectern.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.data.EventLog;
import lectern.data.IdIndex;
import lectern.display.UserError;
import lectern.simulate.Actions;
import lectern.simulate.Contact;
import lectern.simulate.PlatformState;

/**
 * What the stages of one week hand to each other: the log, segments, lists and messages. Users and
 * courses by their numbers on the platform, which stay the same in every log of it.
 *
 * <p>A stage reads what earlier stages wrote, and writes its own part. What a policy may know is
 * here; the truth of the platform is not.
 */
public final class LoopContext {
  /** The segment of users of whom nothing is known. */
  public static final String NEWCOMERS = "newcomers";

  /** A message of this week. */
  public record Message(int user, Contact contact) {}

  private final PlatformState platform;
  private final long now;
  private final long seed;
  private EventLog log;
  private final String[] segments;
  private final int[][] lists;
  private final List<Message> messages = new ArrayList<>();

  LoopContext(PlatformState platform, long now, long seed) {
    this.platform = platform;
    this.now = now;
    this.seed = seed;
    segments = new String[platform.users().size()];
    Arrays.fill(segments, NEWCOMERS);
    lists = new int[segments.length][0];
  }

  /** The number of the week that is about to begin, from 0. */
  public int week() {
    return platform.nextWeek();
  }

  /** When it begins, in seconds since 1970. */
  public long now() {
    return now;
  }

  /** The seed of the run, for stages that draw. */
  public long seed() {
    return seed;
  }

  public IdIndex users() {
    return platform.users();
  }

  public IdIndex courses() {
    return platform.courses();
  }

  /** True when a user has joined and has not left. */
  public boolean present(int user) {
    return platform.present(user);
  }

  /** The platform's raw events so far. */
  public EventLog collected() {
    return platform.log();
  }

  /** The price of each course. */
  public double[] prices() {
    return platform.prices();
  }

  /** What a course is about, as the catalogue says. */
  public lectern.simulate.Topic topic(int course) {
    return platform.topic(course);
  }

  /** The log as the stages so far have left it. */
  public EventLog log() {
    if (log == null) {
      throw new UserError("No stage has collected events yet: begin with LoopStages.collect().");
    }
    return log;
  }

  public void log(EventLog events) {
    log = events;
  }

  /** The segment of a user. */
  public String segment(int user) {
    return segments[user];
  }

  public void segment(int user, String name) {
    segments[user] = name;
  }

  /** The courses suggested to a user this week, the best first. */
  public int[] list(int user) {
    return lists[user].clone();
  }

  public void list(int user, int... courses) {
    lists[user] = courses.clone();
  }

  /** The messages of this week so far. */
  public List<Message> messages() {
    return List.copyOf(messages);
  }

  public void message(int user, Contact contact) {
    messages.add(new Message(user, contact));
  }

  Actions actions() {
    Actions actions = new Actions();
    for (int u = 0; u < lists.length; u++) {
      if (lists[u].length > 0 && present(u)) {
        actions.suggest(u, lists[u]);
      }
    }
    messages.stream()
        .filter(m -> present(m.user()))
        .forEach(m -> actions.contact(m.user(), m.contact()));
    return actions;
  }
}
