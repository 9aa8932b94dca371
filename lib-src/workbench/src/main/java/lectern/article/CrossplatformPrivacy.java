package lectern.article;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lectern.claim.Claim;
import lectern.clean.KAnonymity;
import lectern.clean.Pseudonyms;
import lectern.data.EventLog;
import lectern.math.RandomStream;
import tech.tablesaw.api.Table;

/** Quality and safety of data: "crossplatform" 9.1. */
public final class CrossplatformPrivacy implements ClaimSource {
  private static final String[] KNOWN = {"age", "gender", "city", "occupation"};

  @Override
  public List<ArticleClaim> claims() {
    return ClaimList.of("crossplatform")
        .notebook("02-crossplatform/1-cleaning-and-joining")
        .add(
            "9.1",
            "cleaning secures the quality of the data",
            "each user's minutes of viewing in a simulated log with known dirt, before and after"
                + " cleaning, against the truth",
            (section, statement) ->
                Claim.statement(section, statement)
                    .check(
                        CleaningTrials.minutesOff(CleaningTrials.report().log())
                            < CleaningTrials.minutesOff(CleaningTrials.platform().log()),
                        CleaningTrials.minutesInWords()))
        .add(
            "9.1",
            "encryption keeps data safe while they are sent and stored",
            "a thousand rows under AES-GCM: read with the key, with 100 other keys, and with one"
                + " bit changed in 100 places",
            (section, statement) -> {
              byte[] rows = text(CleaningTrials.platform().log());
              byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key(0), rows);
              boolean read = Arrays.equals(rows, open(key(0), sealed));
              int wrongKey = 0;
              int changed = 0;
              RandomStream random = RandomStream.of(42, "changed bits");
              for (int trial = 1; trial <= 100; trial++) {
                wrongKey += open(key(trial), sealed) == null ? 0 : 1;
                byte[] other = sealed.clone();
                other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
                changed += open(key(0), other) == null ? 0 : 1;
              }
              return Claim.statement(section, statement)
                  .check(
                      read && wrongKey == 0 && changed == 0,
                      wrongKey
                          + " of 100 other keys open it, "
                          + changed
                          + " of 100 changes pass unseen; it stays readable for whoever has the"
                          + " key");
            })
        .add(
            "9.1",
            "replacing names keeps users private",
            "simulated users under keyed pseudonyms: how many are alone with their age, gender,"
                + " city and occupation",
            (section, statement) -> {
              Table users =
                  Pseudonyms.withKey(key(0), "claim")
                      .column(CleaningTrials.platform().cleanLog().userAttributes(), "user");
              KAnonymity report = KAnonymity.of(users, 2, KNOWN);
              return Claim.statement(section, statement)
                  .check(
                      report.holds(),
                      String.format(
                          Locale.ROOT,
                          "%d of %d users are the only one of their kind (%.0f %%): who knows these"
                              + " four of somebody finds the rest",
                          report.rowsBelow().length,
                          users.rowCount(),
                          100 * report.shareBelow()));
            })
        .claims();
  }

  private static byte[] text(EventLog log) {
    StringBuilder out = new StringBuilder();
    for (int row = 0; row < 1000; row++) {
      out.append(log.userId(row)).append(',').append(log.courseId(row)).append('\n');
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A key of 32 bytes from a stream: for a trial, never for data. */
  private static byte[] key(int number) {
    RandomStream random = RandomStream.of(42, "key", Integer.toString(number));
    byte[] key = new byte[32];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) random.nextInt(256);
    }
    return key;
  }

  private static byte[] cipher(int mode, byte[] key, byte[] data) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, new byte[12]));
      return cipher.doFinal(data);
    } catch (AEADBadTagException refused) {
      return null;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was sealed, or null if the key is another or something was changed. */
  private static byte[] open(byte[] key, byte[] sealed) {
    return cipher(Cipher.DECRYPT_MODE, key, sealed);
  }
}
