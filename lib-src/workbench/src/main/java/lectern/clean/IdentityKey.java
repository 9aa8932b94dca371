package lectern.clean;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import lectern.data.EventMapping;
import lectern.display.UserError;

/**
 * A column by which accounts may be known to be one person's.
 *
 * @param column its name in the table of accounts
 * @param form how values are brought into one form before they are compared
 * @param onePerPerson whether two different values speak for two people. Keys after it in the list
 *     join nobody across such a difference
 * @param atMost how many accounts of one platform may share a value; one with more is a family's
 *     tablet, an office's telephone or {@code test@test.com}, and joins nobody. At least 1
 */
public record IdentityKey(String column, Form form, boolean onePerPerson, int atMost) {
  private static final int FEWEST_DIGITS = 5;
  private static final Set<String> MISSING = EventMapping.MISSING;

  /** How values are brought into one form. */
  public enum Form {
    /** As it stands, without spaces around it. */
    TEXT,
    /** Lower case. */
    EMAIL,
    /** Its digits, without a leading +86 or 0086; fewer than 5 digits are none. */
    PHONE
  }

  public IdentityKey {
    if (column.isBlank()) {
      throw new UserError("Name the column of the key: it cannot be empty.");
    }
    if (atMost < 1) {
      throw new UserError("atMost must be at least 1, not " + atMost + ".");
    }
  }

  /** Telephone numbers: one to a person, at most two accounts of a platform. */
  public static IdentityKey phone(String column) {
    return new IdentityKey(column, Form.PHONE, true, 2);
  }

  /** E-mail addresses: a person may have several, at most two accounts of a platform share one. */
  public static IdentityKey email(String column) {
    return new IdentityKey(column, Form.EMAIL, false, 2);
  }

  /** Devices: a person may have several; two accounts of a platform on one are not trusted. */
  public static IdentityKey device(String column) {
    return new IdentityKey(column, Form.TEXT, false, 1);
  }

  /** Any other key, as it stands: a person may have several, one account of a platform each. */
  public static IdentityKey of(String column) {
    return new IdentityKey(column, Form.TEXT, false, 1);
  }

  public IdentityKey onePerPerson(boolean one) {
    return new IdentityKey(column, form, one, atMost);
  }

  public IdentityKey atMost(int accounts) {
    return new IdentityKey(column, form, onePerPerson, accounts);
  }

  /** The value in its form, or "" where there is none. */
  String normal(String value) {
    String text = value == null ? "" : Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
    if (MISSING.contains(text)) {
      return "";
    }
    return switch (form) {
      case TEXT -> text;
      case EMAIL -> text.toLowerCase(Locale.ROOT);
      case PHONE -> digits(text);
    };
  }

  private static String digits(String text) {
    String digits = text.replaceAll("\\D", "");
    String local = digits.replaceFirst("^(00)?86(?=\\d{11}$)", "");
    return local.length() < FEWEST_DIGITS ? "" : local;
  }
}
