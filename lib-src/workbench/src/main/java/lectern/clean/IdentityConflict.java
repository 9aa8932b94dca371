package lectern.clean;

import java.util.List;

/**
 * Something that does not fit when accounts are joined.
 *
 * @param kind what does not fit
 * @param key the column of the key
 * @param value its value, without its middle
 * @param accounts whose it is
 * @param detail in words
 */
public record IdentityConflict(
    Kind kind, String key, String value, List<Account> accounts, String detail) {
  /** What can fail to fit. */
  public enum Kind {
    /** More accounts of one platform share the value than one person has: it joined nobody. */
    SHARED("shared by too many"),
    /** The value would join people that a stronger key tells apart: it joined nobody. */
    CONTESTED("would join two people"),
    /** A person, joined by a stronger or equal key, has two values of one of which there is one. */
    TWO_VALUES("one person, two values");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public IdentityConflict {
    accounts = List.copyOf(accounts);
  }

  /** A value that can be recognised by who knows it, and by nobody else. */
  static String masked(String value) {
    return value.length() < 8
        ? "…" + value.substring(Math.max(0, value.length() - 2))
        : value.substring(0, 3) + "…" + value.substring(value.length() - 2);
  }
}
