package lectern.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Posts and replies. A user who came in a week posts with his sociability, on a topic drawn from
 * his interests. A follower who came answers a post of the week before with the chance min(0.6, 1.5
 * pₖ min(3, influence)^½ × (0.2 + sociability)).
 */
final class Community {
  private final World world;
  private final List<Post> posts = new ArrayList<>();
  private final int[] lastPost;

  Community(World world) {
    this.world = world;
    lastPost = new int[world.people.length];
    Arrays.fill(lastPost, -1);
  }

  /** A community of its own with the same posts. */
  Community copy() {
    Community copy = new Community(world);
    copy.posts.addAll(posts);
    System.arraycopy(lastPost, 0, copy.lastPost, 0, lastPost.length);
    return copy;
  }

  /** Adds what those who came wrote this week. */
  void week(int week, boolean[] came, PersonState[] states) {
    int[] written = new int[lastPost.length];
    Arrays.fill(written, -1);
    List<Post> now = new ArrayList<>();
    for (int u = 0; u < came.length; u++) {
      if (!came[u]) {
        continue;
      }
      Person person = world.people[u];
      if (world.posts.uniform(u, week, 0, 0) < person.sociability) {
        int topic = Draws.pick(states[u].interests, world.posts.uniform(u, week, 0, 1));
        written[u] = now.size();
        now.add(new Post(0, u, week, time(u, week, 2), topic, -1));
      }
      for (int other : world.network.follows[u]) {
        if (lastPost[other] >= 0) {
          Post post = posts.get(lastPost[other]);
          double pull = Math.sqrt(Math.min(3, world.people[other].influence));
          double chance =
              1.5 * states[u].interests[post.topic()] * pull * (0.2 + person.sociability);
          if (world.posts.uniform(u, week, 1, other) < Math.min(0.6, chance)) {
            now.add(new Post(0, u, week, time(u, week, 10 + other), post.topic(), post.number()));
          }
        }
      }
    }
    number(now, written);
  }

  private long time(int user, int week, int what) {
    return world.weekStart(week)
        + Rhythm.second(
            world.people[user].segment,
            world.posts.uniform(user, week, 3, what),
            world.posts.uniform(user, week, 4, what),
            world.posts.uniform(user, week, 5, what),
            world.posts.uniform(user, week, 6, what));
  }

  private void number(List<Post> now, int[] written) {
    Integer[] order = new Integer[now.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Long.compare(now.get(a).time(), now.get(b).time()));
    int[] numberOf = new int[order.length];
    for (int i : order) {
      Post p = now.get(i);
      numberOf[i] = posts.size();
      posts.add(new Post(posts.size(), p.user(), p.week(), p.time(), p.topic(), p.replyTo()));
    }
    for (int u = 0; u < written.length; u++) {
      lastPost[u] = written[u] < 0 ? -1 : numberOf[written[u]];
    }
  }

  /** All posts: number, user, time, topic, the post answered (missing for none), replies got. */
  Table table() {
    IntColumn number = IntColumn.create("post");
    StringColumn user = StringColumn.create("user");
    LongColumn time = LongColumn.create("time");
    StringColumn topic = StringColumn.create("topic");
    IntColumn replyTo = IntColumn.create("reply to");
    int[] got = new int[posts.size()];
    for (Post post : posts) {
      number.append(post.number());
      user.append(world.userIds.id(post.user()));
      time.append(post.time());
      topic.append(Topic.values()[post.topic()].id());
      if (post.replyTo() < 0) {
        replyTo.appendMissing();
      } else {
        replyTo.append(post.replyTo());
        got[post.replyTo()]++;
      }
    }
    return Table.create(
        "posts", number, user, time, topic, replyTo, IntColumn.create("replies", got));
  }
}
