package lectern.clean;

import java.util.Comparator;
import lectern.display.UserError;

/**
 * An account on a platform. Accounts are ordered by platform, then by id; two platforms may give
 * the same id to two people.
 */
public record Account(String platform, String id) implements Comparable<Account> {
  private static final Comparator<Account> ORDER =
      Comparator.comparing(Account::platform).thenComparing(Account::id);

  public Account {
    if (platform.isBlank() || id.isBlank()) {
      throw new UserError(
          "An account needs a platform and an id: \"" + platform + "\", \"" + id + "\".");
    }
  }

  @Override
  public int compareTo(Account other) {
    return ORDER.compare(this, other);
  }

  /** As in {@code wechat:w123}. */
  @Override
  public String toString() {
    return platform + ":" + id;
  }
}
