package lectern.display.widget;

import lectern.display.UserError;

/** The format of a picture by its first bytes, as the second half of its MIME type. */
final class ImageFormat {
  private ImageFormat() {}

  static String of(byte[] bytes) {
    if (begins(bytes, 0, "\u0089PNG")) {
      return "png";
    } else if (begins(bytes, 0, "\u00ff\u00d8\u00ff")) {
      return "jpeg";
    } else if (begins(bytes, 0, "GIF8")) {
      return "gif";
    } else if (begins(bytes, 8, "WEBP")) {
      return "webp";
    }
    throw new UserError(
        "these "
            + bytes.length
            + " bytes are no picture: give those of a PNG, JPEG, GIF or WebP file.");
  }

  private static boolean begins(byte[] bytes, int at, String signature) {
    if (bytes.length < at + signature.length()) {
      return false;
    }
    for (int i = 0; i < signature.length(); i++) {
      if ((bytes[at + i] & 0xff) != signature.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
