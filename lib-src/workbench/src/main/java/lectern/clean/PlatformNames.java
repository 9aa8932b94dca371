package lectern.clean;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lectern.data.EventLog;
import lectern.display.UserError;

/**
 * Gives every platform one name: {@code 微信}, {@code WeChat} and {@code å¾®ä¿¡} (UTF-8 that was read
 * as Latin 1 or Windows 1252) become {@code wechat}. Case, width of letters, spaces, hyphens and
 * underscores do not matter. A name that is not known stays, and is flagged. Immutable.
 *
 * @param names for each other name, in the form in which names are compared, the right one
 */
public record PlatformNames(Map<String, String> names) implements CleaningStep {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  public PlatformNames {
    names = Map.copyOf(names);
  }

  /**
   * The platforms of the articles by their English and Chinese names, e-mail, SMS, app, offline.
   */
  public static PlatformNames usual() {
    return none()
        .called("wechat", "微信", "weixin", "微信公众号")
        .called("weibo", "微博", "sina weibo", "新浪微博")
        .called("douyin", "抖音", "tiktok")
        .called("zhihu", "知乎")
        .called("email", "邮件", "电子邮件")
        .called("sms", "短信")
        .called("app", "应用")
        .called("offline", "线下");
  }

  /** No name is known yet. */
  public static PlatformNames none() {
    return new PlatformNames(Map.of());
  }

  /**
   * A platform and its other names.
   *
   * @throws UserError if one of them is another platform's
   */
  public PlatformNames called(String name, String... others) {
    Map<String, String> more = new LinkedHashMap<>(names);
    put(more, name, name);
    for (String other : others) {
      put(more, other, name);
    }
    return new PlatformNames(more);
  }

  private static void put(Map<String, String> names, String other, String name) {
    String before = names.putIfAbsent(form(other), name);
    if (before != null && !before.equals(name)) {
      throw new UserError(
          "\""
              + other
              + "\" cannot be called \""
              + name
              + "\": it is a name of \""
              + before
              + "\".");
    }
  }

  private static String form(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s_-]", "");
  }

  @Override
  public String label() {
    return "platform names";
  }

  @Override
  public void look(CleaningRows rows) {
    EventLog log = rows.log();
    for (int row = 0; row < log.size(); row++) {
      String is = log.platformId(row);
      if (!is.isEmpty() && !names.containsValue(is)) {
        decide(rows, row, is);
      }
    }
  }

  private void decide(CleaningRows rows, int row, String is) {
    String name = names.get(form(is));
    Optional<String> decoded = name == null ? decoded(is) : Optional.empty();
    if (name != null) {
      rows.mendPlatform(row, name, "another name of " + name);
    } else if (decoded.isPresent()) {
      rows.mendPlatform(row, decoded.get(), decoded.get() + " in a wrong encoding");
    } else {
      rows.flag(row, "unknown platform");
    }
  }

  /** The platform whose name in UTF-8 reads like this in another encoding. */
  private Optional<String> decoded(String is) {
    return utf8(bytes(is)).map(text -> names.get(form(text)));
  }

  /** The bytes that read like this as Windows 1252, whose gaps are filled from Latin 1. */
  private static byte[] bytes(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (char c : text.toCharArray()) {
      out.write(c < 256 ? c : String.valueOf(c).getBytes(WINDOWS)[0]);
    }
    return out.toByteArray();
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
