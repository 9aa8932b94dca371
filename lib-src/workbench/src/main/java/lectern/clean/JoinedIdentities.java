package lectern.clean;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lectern.data.EventLog;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Whose account is whose, and what did not fit: what {@link IdentityJoin} gives.
 *
 * <p>A person is named after the first of the accounts, as in {@code douyin:d17}: so that a name
 * stays when further accounts are found behind it.
 */
public final class JoinedIdentities implements Displayable {
  private final List<Account> accounts;
  private final int[] person;
  private final List<IdentityKey> keys;
  private final int[] joinedBy;
  private final List<IdentityConflict> conflicts;
  private final Map<Account, Integer> number = new HashMap<>();

  /** For each id that stands for one person on all its platforms, that person. */
  private final Map<String, String> byId;

  JoinedIdentities(
      List<Account> accounts,
      int[] person,
      List<IdentityKey> keys,
      int[] joinedBy,
      List<IdentityConflict> conflicts) {
    this.accounts = accounts;
    this.person = person;
    this.keys = keys;
    this.joinedBy = joinedBy;
    this.conflicts = List.copyOf(conflicts);
    accounts.forEach(account -> number.put(account, number.size()));
    Map<String, TreeSet<String>> all = new LinkedHashMap<>();
    for (int a = 0; a < person.length; a++) {
      all.computeIfAbsent(accounts.get(a).id(), id -> new TreeSet<>()).add(name(a));
    }
    byId = new HashMap<>();
    all.forEach(
        (id, people) -> {
          if (people.size() == 1) {
            byId.put(id, people.first());
          }
        });
  }

  private String name(int account) {
    return accounts.get(person[account]).toString();
  }

  /** All accounts in their order. */
  public List<Account> accounts() {
    return accounts;
  }

  /** How many people the accounts belong to. */
  public int persons() {
    return (int) Arrays.stream(person).distinct().count();
  }

  /** The name of an account's person, or "" for an account that the table did not hold. */
  public String person(Account account) {
    Integer known = number.get(account);
    return known == null ? "" : name(known);
  }

  /** What did not fit: values that joined nobody, people with two values of a key. */
  public List<IdentityConflict> conflicts() {
    return conflicts;
  }

  /** Each account and its person: platform, account, person. */
  public Table mapping() {
    return Table.create(
        "accounts",
        StringColumn.create("platform", accounts.stream().map(Account::platform).toList()),
        StringColumn.create("account", accounts.stream().map(Account::id).toList()),
        StringColumn.create(
            "person", IntStream.range(0, person.length).mapToObj(this::name).toList()));
  }

  /** What did not fit, as a table; the middle of values is left out. */
  public Table conflictTable() {
    return Table.create(
        "conflicts",
        StringColumn.create("what", conflicts.stream().map(c -> c.kind().words()).toList()),
        StringColumn.create("key", conflicts.stream().map(IdentityConflict::key).toList()),
        StringColumn.create("value", conflicts.stream().map(IdentityConflict::value).toList()),
        StringColumn.create(
            "accounts",
            conflicts.stream()
                .map(
                    c ->
                        c.accounts().stream()
                            .map(Account::toString)
                            .collect(Collectors.joining(", ")))
                .toList()),
        StringColumn.create("detail", conflicts.stream().map(IdentityConflict::detail).toList()));
  }

  /**
   * For each key how often it joined two groups, and how many of its values did not fit and why.
   */
  public Table table() {
    Table out =
        Table.create(
            "keys",
            StringColumn.create("key", keys.stream().map(IdentityKey::column).toList()),
            IntColumn.create("joins", joinedBy));
    for (IdentityConflict.Kind kind : IdentityConflict.Kind.values()) {
      out.addColumns(
          IntColumn.create(
              kind.words(), keys.stream().mapToInt(key -> count(kind, key.column())).toArray()));
    }
    return out;
  }

  private int count(IdentityConflict.Kind kind, String key) {
    return (int) conflicts.stream().filter(c -> c.kind() == kind && c.key().equals(key)).count();
  }

  /**
   * The same events with persons for users. Users are looked up by platform and id; on a row
   * without a platform by the id alone, if that is one person's. Users who are not found keep their
   * ids, see {@link #unknown}. So do attributes, unless their id is one person's.
   */
  public EventLog rename(EventLog log) {
    EventLog renamed = log.renameUsers(this::renamed);
    Table attributes = log.renameUsers(id -> byId.getOrDefault(id, id)).userAttributes();
    return renamed.withUserAttributes(attributes);
  }

  private String renamed(String platform, String id) {
    String found =
        platform.isEmpty() ? byId.getOrDefault(id, "") : person(new Account(platform, id));
    return found.isEmpty() ? id : found;
  }

  /** Users of a log that are no known accounts, with platform and number of events. */
  public Table unknown(EventLog log) {
    TreeMap<String, TreeMap<String, Integer>> rows = new TreeMap<>();
    for (int row = 0; row < log.size(); row++) {
      String platform = log.platformId(row);
      String id = log.userId(row);
      boolean found =
          platform.isEmpty() ? byId.containsKey(id) : number.containsKey(new Account(platform, id));
      if (!found) {
        rows.computeIfAbsent(platform, p -> new TreeMap<>()).merge(id, 1, Integer::sum);
      }
    }
    StringColumn platforms = StringColumn.create("platform");
    StringColumn ids = StringColumn.create("account");
    IntColumn events = IntColumn.create("events");
    rows.forEach(
        (platform, counts) ->
            counts.forEach(
                (id, count) -> {
                  platforms.append(platform);
                  ids.append(id);
                  events.append(count);
                }));
    return Table.create("unknown accounts", platforms, ids, events);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d accounts on %d platforms are %,d persons; %,d conflicts",
        accounts.size(),
        accounts.stream().map(Account::platform).distinct().count(),
        persons(),
        conflicts.size());
  }

  @Override
  public MimeBundle bundle() {
    MimeBundle byKey = Titled.bundle(toString(), table());
    if (conflicts.isEmpty()) {
      return byKey;
    }
    MimeBundle shown = Titled.bundle("What did not fit:", conflictTable());
    return MimeBundle.text(byKey.plain() + "\n" + shown.plain())
        .with(
            MimeBundle.HTML,
            String.valueOf(byKey.data().get(MimeBundle.HTML)) + shown.data().get(MimeBundle.HTML));
  }
}
