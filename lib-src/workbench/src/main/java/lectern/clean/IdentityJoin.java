package lectern.clean;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lectern.display.UserError;
import tech.tablesaw.api.Table;

/**
 * Tells which accounts on which platforms are one person's, from keys that they share.
 *
 * <pre>{@code
 * JoinedIdentities joined =
 *     IdentityJoin.by(IdentityKey.phone("phone"), IdentityKey.email("email"), IdentityKey.device("device"))
 *         .join(accounts);          // a table: platform, account, phone, email, device
 * joined.conflicts();               // what does not fit
 * EventLog log = joined.rename(raw) // users are persons
 * }</pre>
 *
 * <p>The strongest key comes first. Key by key and value by value, all accounts that hold the value
 * are joined with all they were joined with before, but for two cases: the value is shared by more
 * accounts of one platform than the key allows; or two of those to be joined hold different values
 * of a stronger key of which a person has one. Such a value joins nobody, and is shown as a
 * conflict. Empty values join nobody. The result does not depend on the order of rows.
 *
 * <p>Example: accounts a (phone 1, mail x), b (mail x), c (phone 2, mail x). Phones join nobody;
 * mail x would join a and c, whose phones differ, so it joins nobody and is contested, and whose b
 * is stays open.
 *
 * <p>Deterministic record linkage, in which one shared key decides; it knows no chances. Precision
 * and recall where the truth is known: {@link IdentityQuality}. Article crossplatform 3.1
 * (integration of data).
 */
public final class IdentityJoin {
  private final List<IdentityKey> keys;

  private IdentityJoin(List<IdentityKey> keys) {
    this.keys = keys;
  }

  /** By these keys, the strongest first. */
  public static IdentityJoin by(IdentityKey... keys) {
    List<IdentityKey> all = List.of(keys);
    if (all.isEmpty()) {
      throw new UserError("Name at least one key to join accounts by.");
    }
    if (all.stream().map(IdentityKey::column).distinct().count() < all.size()) {
      throw new UserError("Each key may stand only once.");
    }
    return new IdentityJoin(all);
  }

  /**
   * Joins accounts.
   *
   * @param accounts columns {@code platform} and {@code account}, and one for each key; an account
   *     with several values of a key has several rows
   */
  public JoinedIdentities join(Table accounts) {
    AccountTable table = AccountTable.of(accounts, keys);
    AccountGroups groups = new AccountGroups(table);
    List<IdentityConflict> conflicts = new ArrayList<>();
    int[] joinedBy = new int[keys.size()];
    for (int k = 0; k < keys.size(); k++) {
      for (var entry : table.holders.get(k).entrySet()) {
        joinedBy[k] += join(table, groups, k, entry.getKey(), entry.getValue(), conflicts);
      }
    }
    int[] person = IntStream.range(0, table.accounts.size()).map(groups::of).toArray();
    conflicts.addAll(twoValues(table, groups, person));
    return new JoinedIdentities(table.accounts, person, keys, joinedBy, conflicts);
  }

  /** Joins the holders of a value, or says why not; how many groups became one with another. */
  private int join(
      AccountTable table,
      AccountGroups groups,
      int key,
      String value,
      TreeSet<Integer> holders,
      List<IdentityConflict> conflicts) {
    int[] these = groups.of(holders);
    if (these.length < 2) {
      return 0;
    }
    String crowd = crowd(table, key, holders);
    String apart = crowd.isEmpty() ? apart(groups, key, these) : "";
    if (crowd.isEmpty() && apart.isEmpty()) {
      groups.join(these);
      return these.length - 1;
    }
    conflicts.add(
        new IdentityConflict(
            crowd.isEmpty() ? IdentityConflict.Kind.CONTESTED : IdentityConflict.Kind.SHARED,
            keys.get(key).column(),
            IdentityConflict.masked(value),
            holders.stream().map(table.accounts::get).toList(),
            crowd + apart));
    return 0;
  }

  private String crowd(AccountTable table, int key, Collection<Integer> holders) {
    TreeMap<String, Integer> ofPlatform = new TreeMap<>();
    holders.forEach(a -> ofPlatform.merge(table.accounts.get(a).platform(), 1, Integer::sum));
    return ofPlatform.entrySet().stream()
        .filter(each -> each.getValue() > keys.get(key).atMost())
        .map(each -> each.getValue() + " accounts on " + each.getKey())
        .collect(Collectors.joining(", "));
  }

  /** Which stronger key tells some of these groups apart. */
  private String apart(AccountGroups groups, int key, int[] these) {
    for (int stronger = 0; stronger < key; stronger++) {
      if (keys.get(stronger).onePerPerson()) {
        for (int i = 0; i < these.length; i++) {
          for (int j = i + 1; j < these.length; j++) {
            if (groups.differ(stronger, these[i], these[j])) {
              return "they differ in " + keys.get(stronger).column();
            }
          }
        }
      }
    }
    return "";
  }

  private List<IdentityConflict> twoValues(AccountTable table, AccountGroups groups, int[] person) {
    List<IdentityConflict> out = new ArrayList<>();
    for (int k = 0; k < keys.size(); k++) {
      for (int group = 0; group < person.length && keys.get(k).onePerPerson(); group++) {
        TreeSet<String> values = groups.values(k, group);
        if (values.size() > 1) {
          int these = group;
          out.add(
              new IdentityConflict(
                  IdentityConflict.Kind.TWO_VALUES,
                  keys.get(k).column(),
                  values.stream().map(IdentityConflict::masked).collect(Collectors.joining(", ")),
                  IntStream.range(0, person.length)
                      .filter(a -> person[a] == these)
                      .mapToObj(table.accounts::get)
                      .toList(),
                  values.size() + " values"));
        }
      }
    }
    return out;
  }
}
