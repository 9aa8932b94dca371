package lectern.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lectern.math.RandomStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The accounts that people have on the platforms, with the keys by which they may be joined.
 *
 * <p>Everybody has one account in each place, and one in eight a second one in one place. An
 * account shows the phone with a chance of 0.7, the e-mail with 0.5, the device with 0.8. One in
 * ten has two phones; one in twenty shares a device with somebody else (a family's tablet), which
 * joins people who are not one: a key alone is no proof.
 */
final class Accounts {
  final String[] ids;
  final int[] owner;
  final int[] place;
  private final String[] phone;
  private final String[] email;
  private final String[] device;

  /** For each user and place his account there, and the second or the same again. */
  private final int[][] first;

  private final int[][] second;

  Accounts(Person[] people, String[] userIds, long seed) {
    List<String[]> keys = new ArrayList<>();
    List<int[]> whose = new ArrayList<>();
    int n = people.length;
    first = new int[n][Channel.PLACES];
    second = new int[n][Channel.PLACES];
    for (int u = 0; u < n; u++) {
      RandomStream random = RandomStream.of(seed, "simulate", "accounts", userIds[u]);
      String[] phones = {phone(u, 0), random.nextDouble() < 0.1 ? phone(u, 1) : phone(u, 0)};
      String mail = String.format(Locale.ROOT, "%s@mail.example", mailName(random, u));
      int family = random.nextDouble() < 0.05 ? random.nextInt(n) : u;
      String[] devices = {"d" + (100_000 + family), "m" + (100_000 + u)};
      int twice = random.nextDouble() < 0.125 ? random.nextInt(Channel.PLACES) : -1;
      for (int place = 0; place < Channel.PLACES; place++) {
        first[u][place] = whose.size();
        second[u][place] = whose.size();
        for (int copy = 0; copy < (place == twice ? 2 : 1); copy++) {
          second[u][place] = whose.size();
          whose.add(new int[] {u, place});
          keys.add(
              new String[] {
                random.nextDouble() < 0.7 ? phones[random.nextInt(2)] : "",
                random.nextDouble() < 0.5 ? mail : "",
                random.nextDouble() < 0.8 ? devices[random.nextInt(2)] : ""
              });
        }
      }
    }
    int[] order = RandomStream.of(seed, "simulate", "account numbers").permutation(whose.size());
    String[] numbered = Ids.of("a", whose.size());
    ids = new String[order.length];
    owner = new int[order.length];
    place = new int[order.length];
    phone = new String[order.length];
    email = new String[order.length];
    device = new String[order.length];
    for (int a = 0; a < order.length; a++) {
      ids[a] = numbered[order[a]];
      owner[a] = whose.get(a)[0];
      place[a] = whose.get(a)[1];
      phone[a] = keys.get(a)[0];
      email[a] = keys.get(a)[1];
      device[a] = keys.get(a)[2];
    }
  }

  private static String phone(int user, int which) {
    return String.format(Locale.ROOT, "1%02d%08d", which == 0 ? 38 : 59, user);
  }

  private static String mailName(RandomStream random, int user) {
    return "reader" + (char) ('a' + random.nextInt(26)) + user;
  }

  /** The account under which something happened that the log knows under a user. */
  String account(int user, int place, long time) {
    return ids[(time / 7 & 3) == 0 ? second[user][place] : first[user][place]];
  }

  /** What the platforms know: the account's keys. */
  Table table() {
    StringColumn platform = StringColumn.create("platform");
    for (int p : place) {
      platform.append(Channel.values()[p].id());
    }
    return Table.create(
            "accounts",
            StringColumn.create("account", ids),
            platform,
            StringColumn.create("phone", phone),
            StringColumn.create("email", email),
            StringColumn.create("device", device))
        .sortAscendingOn("account");
  }

  /** Whose accounts they are. */
  Table owners(List<String> userIds) {
    StringColumn user = StringColumn.create("user");
    for (int u : owner) {
      user.append(userIds.get(u));
    }
    return Table.create("account owners", StringColumn.create("account", ids), user)
        .sortAscendingOn("account");
  }
}
