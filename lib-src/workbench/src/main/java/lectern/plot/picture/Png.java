package lectern.plot.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes small PNG files: at most 256 colours, one byte a pixel. */
final class Png {
  private Png() {}

  /**
   * The file of a picture without transparent parts.
   *
   * @param colours how many it may have, at most 256
   */
  static byte[] of(BufferedImage image, int colours) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    Palette palette = Palette.of(pixels, colours);
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] rows = new byte[(width + 1) * height];
    for (int y = 0; y < height; y++) {
      int at = y * (width + 1) + 1;
      for (int x = 0; x < width; x++) {
        rows[at + x] = (byte) palette.index(pixels[y * width + x]);
      }
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(width).putInt(height).put((byte) 8).put((byte) 3);
    chunk(file, "IHDR", header.array());
    chunk(file, "PLTE", palette.bytes());
    chunk(file, "IDAT", deflate(rows));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static byte[] deflate(byte[] rows) {
    Deflater deflater = new Deflater(9);
    try {
      deflater.setInput(rows);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] part = new byte[16384];
      while (!deflater.finished()) {
        out.write(part, 0, deflater.deflate(part));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream file, String name, byte[] data) {
    byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(letters);
    sum.update(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    file.writeBytes(letters);
    file.writeBytes(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
