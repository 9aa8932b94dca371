package lectern.clean;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lectern.data.EventLog;
import lectern.display.UserError;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Names that stand for ids, and from which only the holder of a key gets back: the first digits of
 * HMAC-SHA256(key, purpose, id).
 *
 * <pre>{@code
 * Pseudonyms names = Pseudonyms.withKey(Path.of("pseudonyms.key"), "study 1");
 * EventLog log = names.users(raw);
 * }</pre>
 *
 * <p>The same key, purpose and id give the same name on every machine, so that files that were
 * renamed apart still fit together; another purpose gives names that do not fit. A plain hash would
 * not do: there are few enough telephone numbers to hash them all. The key has at least 32 bytes
 * that are not all alike (RFC 2104 asks for as many as the hash gives), is never shown, and does
 * not belong beside the data.
 *
 * <p>Pseudonyms are still personal data: what a person did may give him away. See {@link
 * KAnonymity}. Two ids that would get one name are refused; with 16 digits that happens among a
 * million users with a chance of about 1 in 37 million.
 *
 * <p>Articles crossplatform 9.1, precision 8, community 8.3 and 9.2, crossover 9.3.
 */
public final class Pseudonyms {
  /** A key has at least so many bytes. */
  public static final int KEY_BYTES = 32;

  private static final int USUAL_DIGITS = 16;

  private final Mac mac;
  private final String purpose;
  private final int digits;

  private Pseudonyms(byte[] key, String purpose, int digits) {
    check(key);
    if (digits < 8 || digits > 64) {
      throw new UserError("A pseudonym has 8 to 64 digits, not " + digits + ".");
    }
    this.purpose = purpose;
    this.digits = digits;
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  private Pseudonyms(Mac mac, String purpose, int digits) {
    this.mac = mac;
    this.purpose = purpose;
    this.digits = digits;
  }

  private static void check(byte[] key) {
    boolean alike = true;
    for (byte b : key) {
      alike &= b == key[0];
    }
    if (key.length < KEY_BYTES || alike) {
      throw new UserError(
          "A key has at least "
              + KEY_BYTES
              + " bytes that are not all alike; this one has "
              + key.length
              + (key.length < KEY_BYTES ? "" : ", all alike")
              + ". Make one with Pseudonyms.newKey(file).");
    }
  }

  /**
   * Names under this key.
   *
   * @param purpose what they are for; a part of every name's origin
   */
  public static Pseudonyms withKey(byte[] key, String purpose) {
    return new Pseudonyms(key, purpose, USUAL_DIGITS);
  }

  /** Names under the key in this file. */
  public static Pseudonyms withKey(Path file, String purpose) {
    try {
      String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
      return withKey(HexFormat.of().parseHex(text), purpose);
    } catch (IOException e) {
      throw new UserError("Cannot read the key file " + file + ". Make one with newKey(file).", e);
    } catch (UserError e) {
      throw e;
    } catch (IllegalArgumentException e) {
      // The cause would show what the file holds.
      throw new UserError(file + " holds no key: 64 or more hexadecimal digits on one line.");
    }
  }

  /**
   * Writes a new random key to a file, as hexadecimal digits.
   *
   * @throws UserError if the file is there already: names under a lost key cannot be made again
   */
  public static void newKey(Path file) {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    try {
      KeyFile.write(file, HexFormat.of().formatHex(key) + "\n");
    } catch (IOException e) {
      throw new UserError(
          "Cannot write a new key to " + file + (Files.exists(file) ? ": it is there." : "."), e);
    }
  }

  /** The same names with so many hexadecimal digits, 8 to 64. */
  public Pseudonyms digits(int number) {
    if (number < 8 || number > 64) {
      throw new UserError("A pseudonym has 8 to 64 digits, not " + number + ".");
    }
    return new Pseudonyms(mac, purpose, number);
  }

  /** The name of an id. */
  public synchronized String of(String id) {
    byte[] forWhat = purpose.getBytes(StandardCharsets.UTF_8);
    mac.update(ByteBuffer.allocate(4).putInt(forWhat.length).array());
    mac.update(forWhat);
    byte[] sum = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(sum).substring(0, digits);
  }

  /** The names of these ids; refuses two ids of one name. */
  public Map<String, String> of(Collection<String> ids) {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, String> taken = new HashMap<>();
    for (String id : ids) {
      String name = names.computeIfAbsent(id, this::of);
      String before = taken.putIfAbsent(name, id);
      if (before != null && !before.equals(id)) {
        throw new UserError(
            "Two ids would get one pseudonym of "
                + digits
                + " digits: take more with digits("
                + Math.min(64, digits * 2)
                + ").");
      }
    }
    return names;
  }

  /** The same log with names for users, in its attributes as well. */
  public EventLog users(EventLog log) {
    List<String> ids = new ArrayList<>(log.users().ids());
    ids.addAll(log.userAttributes().stringColumn("user").asList());
    Map<String, String> names = of(ids);
    return log.renameUsers((String id) -> names.get(id));
  }

  /** The same table with names in this column; missing values stay missing. */
  public Table column(Table table, String column) {
    int place = AccountTable.column(table, column);
    StringColumn renamed = StringColumn.create(column);
    List<String> ids = new ArrayList<>();
    for (int row = 0; row < table.rowCount(); row++) {
      if (!table.column(place).isMissing(row)) {
        ids.add(table.getString(row, place));
      }
    }
    Map<String, String> names = of(ids);
    for (int row = 0; row < table.rowCount(); row++) {
      renamed.append(
          table.column(place).isMissing(row) ? null : names.get(table.getString(row, place)));
    }
    Table out = table.copy();
    out.replaceColumn(place, renamed);
    return out;
  }

  /** Says what they are for, and nothing of the key. */
  @Override
  public String toString() {
    return "pseudonyms of " + digits + " digits for \"" + purpose + "\"";
  }
}
