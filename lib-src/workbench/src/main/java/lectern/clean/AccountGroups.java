package lectern.clean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Accounts joined into groups (union and find), each of which knows the values it holds. */
final class AccountGroups {
  private final int[] parent;
  private final List<List<TreeSet<String>>> values = new ArrayList<>();

  AccountGroups(AccountTable table) {
    parent = IntStream.range(0, table.accounts.size()).toArray();
    for (var holders : table.holders) {
      List<TreeSet<String>> ofKey = new ArrayList<>();
      for (int a = 0; a < parent.length; a++) {
        ofKey.add(new TreeSet<>());
      }
      holders.forEach((value, accounts) -> accounts.forEach(a -> ofKey.get(a).add(value)));
      values.add(ofKey);
    }
  }

  /** The group of an account: the number of its first account. */
  int of(int account) {
    int root = account;
    while (parent[root] != root) {
      root = parent[root];
    }
    for (int at = account; parent[at] != root; ) {
      int next = parent[at];
      parent[at] = root;
      at = next;
    }
    return root;
  }

  /** The different groups of these accounts in their order. */
  int[] of(Collection<Integer> accounts) {
    return accounts.stream().mapToInt(this::of).distinct().sorted().toArray();
  }

  /** The values of a key that a group holds. */
  TreeSet<String> values(int key, int group) {
    return values.get(key).get(group);
  }

  /** True when both groups hold values of this key, and not one in common. */
  boolean differ(int key, int one, int other) {
    TreeSet<String> a = values(key, one);
    TreeSet<String> b = values(key, other);
    return !a.isEmpty() && !b.isEmpty() && Collections.disjoint(a, b);
  }

  /** Makes these groups one. */
  void join(int[] groups) {
    int first = Arrays.stream(groups).min().orElseThrow();
    for (int group : groups) {
      if (group != first) {
        parent[group] = first;
        for (List<TreeSet<String>> ofKey : values) {
          ofKey.get(first).addAll(ofKey.get(group));
          ofKey.set(group, new TreeSet<>());
        }
      }
    }
  }
}
