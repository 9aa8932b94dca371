package lectern.recommend;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.data.IdIndex;
import lectern.data.Sha256;
import lectern.data.WholeFile;
import lectern.display.UserError;

/**
 * The file of a saved model.
 *
 * <p>Big-endian. The 8 bytes {@code LECTERN1}; the provenance (model, data checksum, options as
 * texts, seed as 8 bytes, version as 4); what the model writes; at last 64 bytes, the hexadecimal
 * SHA-256 of all before. A text is its length in bytes (4 bytes) and UTF-8; an array its length (4
 * bytes) and its numbers; an index of ids their number and their texts. The file appears whole or
 * not at all: see {@link WholeFile}.
 */
final class ModelFile {
  private static final byte[] MAGIC = "LECTERN1".getBytes(StandardCharsets.US_ASCII);
  private static final int SUM_BYTES = 64;

  private ModelFile() {}

  /** What a model writes behind its provenance. */
  @FunctionalInterface
  interface Body {
    void write(Writer out) throws IOException;
  }

  static void save(Path file, Provenance provenance, Body body) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Writer out = new Writer(new DataOutputStream(bytes));
      out.to.write(MAGIC);
      out.text(provenance.model());
      out.text(provenance.dataChecksum());
      out.text(provenance.options());
      out.to.writeLong(provenance.seed());
      out.to.writeInt(provenance.version());
      body.write(out);
      bytes.write(Sha256.of(bytes.toByteArray()).getBytes(StandardCharsets.US_ASCII));
      WholeFile.write(file, bytes.toByteArray());
    } catch (NoSuchFileException e) {
      throw new UserError("Cannot save to " + file + ": there is no such folder.", e);
    } catch (IOException e) {
      throw new UserError("Cannot save to " + file + ": " + e.getMessage(), e);
    }
  }

  /** Opens a file behind its provenance, after its checksum and its model have been compared. */
  static Reader open(Path file, Class<?> model) {
    try {
      byte[] all = Files.readAllBytes(file);
      int length = all.length - SUM_BYTES;
      if (length < MAGIC.length || !Arrays.equals(MAGIC, Arrays.copyOf(all, MAGIC.length))) {
        throw new UserError(file + " is not a saved model.");
      }
      byte[] content = Arrays.copyOf(all, length);
      String sum = new String(all, length, SUM_BYTES, StandardCharsets.US_ASCII);
      if (!sum.equals(Sha256.of(content))) {
        throw new UserError(
            file + " is damaged: its checksum does not fit. Fit and save it again.");
      }
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
      in.skipNBytes(MAGIC.length);
      Provenance provenance =
          new Provenance(text(in), text(in), text(in), in.readLong(), in.readInt());
      if (!provenance.model().equals(model.getName())) {
        throw new UserError(
            file + " holds a " + provenance.model() + ", not a " + model.getName() + ".");
      }
      return new Reader(in, provenance);
    } catch (NoSuchFileException e) {
      throw new UserError("There is no file " + file + ".", e);
    } catch (IOException e) {
      throw new UserError("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static String text(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Writes texts, ids and arrays. */
  static final class Writer {
    final DataOutputStream to;

    Writer(DataOutputStream to) {
      this.to = to;
    }

    void text(String text) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      to.writeInt(bytes.length);
      to.write(bytes);
    }

    void ids(IdIndex ids) throws IOException {
      to.writeInt(ids.size());
      for (String id : ids.ids()) {
        text(id);
      }
    }

    void doubles(double[] values) throws IOException {
      to.writeInt(values.length);
      for (double value : values) {
        to.writeDouble(value);
      }
    }
  }

  /** Reads them again in the same order. */
  static final class Reader {
    final DataInputStream from;
    final Provenance provenance;

    Reader(DataInputStream from, Provenance provenance) {
      this.from = from;
      this.provenance = provenance;
    }

    IdIndex ids() throws IOException {
      List<String> ids = new ArrayList<>();
      for (int left = from.readInt(); left > 0; left--) {
        ids.add(text());
      }
      return IdIndex.inThisOrder(ids);
    }

    String text() throws IOException {
      return ModelFile.text(from);
    }

    double[] doubles() throws IOException {
      double[] values = new double[from.readInt()];
      for (int i = 0; i < values.length; i++) {
        values[i] = from.readDouble();
      }
      return values;
    }
  }
}
