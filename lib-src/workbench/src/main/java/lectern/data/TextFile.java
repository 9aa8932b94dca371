package lectern.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import lectern.display.UserError;

/** The text of a file, also of one packed with gzip; refuses what is not text in its encoding. */
final class TextFile {
  private static final long LARGEST = Integer.MAX_VALUE - 64;

  private TextFile() {}

  /** The text of a UTF-8 file, without its byte order mark. */
  static String read(Path file) {
    return decode(file, bytes(file), StandardCharsets.UTF_8, "");
  }

  /** The text of a file in an encoding that the caller's mapping can choose. */
  static String read(Path file, Charset charset) {
    return decode(file, bytes(file), charset, ", or name its encoding: .charset(\"GB18030\")");
  }

  /** The bytes of a file, or one sentence why they cannot be had. */
  static byte[] bytes(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new UserError(file + " is a folder: name a file in it.");
      }
      if (Files.size(file) > LARGEST) {
        throw new UserError(file + " is larger than 2 GB: write it as Parquet, or in parts.");
      }
      byte[] bytes = Files.readAllBytes(file);
      boolean packed = bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
      return packed ? unpacked(file, bytes) : bytes;
    } catch (NoSuchFileException e) {
      throw new UserError("There is no file " + file + ".", e);
    } catch (IOException e) {
      throw new UserError("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static byte[] unpacked(Path file, byte[] bytes) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UserError(file.getFileName() + " is a damaged gzip file: fetch it again.", e);
    }
  }

  private static String decode(Path file, byte[] bytes, Charset charset, String otherWay) {
    boolean marked =
        bytes.length > 1
            && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
                || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
    if (marked && !charset.name().startsWith("UTF-16")) {
      throw wrong(file, charset, ": it begins like UTF-16", "UTF-16", otherWay);
    }
    if (LikelyEncoding.isArchive(bytes)) {
      throw noText(file, "it is an archive, as Excel's own files are");
    }
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate((int) (bytes.length * decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (!result.isError()) {
      result = decoder.flush(out);
    }
    int end = result.isError() ? in.position() : firstZero(out, charset, bytes.length);
    if (end < bytes.length) {
      String likely =
          LikelyEncoding.of(bytes).orElseThrow(() -> noText(file, "it holds bytes of 0"));
      throw wrong(file, charset, " from line " + line(bytes, end) + " on", likely, otherWay);
    }
    String text = out.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Zero characters mean UTF-16 read as something else, or no text at all. */
  private static int firstZero(CharBuffer text, Charset charset, int none) {
    for (int i = 0; i < text.position(); i++) {
      if (text.get(i) == 0) {
        return charset.equals(StandardCharsets.UTF_8) ? utf8Length(text, i) : 0;
      }
    }
    return none;
  }

  private static int utf8Length(CharBuffer text, int chars) {
    CharBuffer before = text.duplicate();
    before.position(0).limit(chars);
    return StandardCharsets.UTF_8.encode(before).remaining();
  }

  private static long line(byte[] bytes, int end) {
    long line = 1;
    for (int i = 0; i < end; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  private static UserError noText(Path file, String why) {
    return new UserError(
        file.getFileName()
            + " is no text: "
            + why
            + ". Save it as text (in Excel: \"CSV UTF-8\").");
  }

  private static UserError wrong(
      Path file, Charset charset, String where, String likely, String otherWay) {
    String name = file.getFileName() + " is not " + charset.name() + " text" + where;
    if (likely.equals("UTF-8")) {
      return new UserError(name + ", but UTF-8: leave .charset(\"" + charset.name() + "\") out.");
    }
    return new UserError(
        name
            + ". Save it as UTF-8 (in Excel: \"CSV UTF-8\"), for example with iconv -f "
            + likely
            + " -t UTF-8"
            + otherWay.replace("GB18030", likely)
            + ".");
  }
}
