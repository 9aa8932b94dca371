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
import lectern.math.DenseMatrix;
import lectern.math.SparseMatrix;

/**
 * The file of a saved model.
 *
 * <p>Big-endian. The 8 bytes {@code LECTERN1}; the provenance (model, data checksum, options as
 * texts, seed as 8 bytes, version as 4); the ids of users and of items; what the model writes; at
 * last 64 bytes, the hexadecimal SHA-256 of all before. A text is its length in bytes (4 bytes) and
 * UTF-8; an array its length (4 bytes) and its numbers; an index of ids their number and their
 * texts; a dense matrix its rows and columns (4 bytes each) and the array of its values; a sparse
 * one its columns (4 bytes) and the arrays of starts, columns and values; a model inside a model
 * the length of its file (4 bytes) and that file. The file appears whole or not at all: see {@link
 * WholeFile}.
 */
public final class ModelFile {
  private static final byte[] MAGIC = "LECTERN1".getBytes(StandardCharsets.US_ASCII);
  private static final int SUM_BYTES = 64;

  private ModelFile() {}

  /** What a model writes behind its provenance. */
  @FunctionalInterface
  public interface Body {
    void write(Writer out) throws IOException;
  }

  /** Makes a model of what was written. */
  @FunctionalInterface
  public interface Build<M> {
    M from(FittedOn fittedOn, Reader in) throws IOException;
  }

  /**
   * Writes a model.
   *
   * @throws UserError if the file cannot be written
   */
  public static void save(Path file, FittedOn fittedOn, Body body) {
    Provenance provenance = fittedOn.provenance();
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Writer out = new Writer(new DataOutputStream(bytes));
      out.to.write(MAGIC);
      out.text(provenance.model());
      out.text(provenance.dataChecksum());
      out.text(provenance.options());
      out.to.writeLong(provenance.seed());
      out.to.writeInt(provenance.version());
      out.ids(fittedOn.users());
      out.ids(fittedOn.items());
      body.write(out);
      bytes.write(Sha256.of(bytes.toByteArray()).getBytes(StandardCharsets.US_ASCII));
      WholeFile.write(file, bytes.toByteArray());
    } catch (NoSuchFileException e) {
      throw new UserError("Cannot save to " + file + ": there is no such folder.", e);
    } catch (IOException e) {
      throw new UserError("Cannot save to " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads a model, after the file's checksum and the model's class have been compared.
   *
   * @throws UserError if there is no such file, or it is damaged or holds another model
   */
  public static <M> M load(Path file, Class<M> model, Build<M> build) {
    try {
      DataInputStream in = checked(file);
      Provenance provenance = provenance(in);
      if (!provenance.model().equals(model.getName())) {
        throw new UserError(
            file + " holds a " + provenance.model() + ", not a " + model.getName() + ".");
      }
      Reader reader = new Reader(in);
      return build.from(new FittedOn(reader.ids(), reader.ids(), provenance), reader);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The class of the model in a file. */
  static String modelOf(Path file) {
    try {
      return provenance(checked(file)).model();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** What stands behind the first bytes, once the checksum has been compared. */
  private static DataInputStream checked(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    int length = all.length - SUM_BYTES;
    if (length < MAGIC.length || !Arrays.equals(MAGIC, Arrays.copyOf(all, MAGIC.length))) {
      throw new UserError(file + " is not a saved model.");
    }
    byte[] content = Arrays.copyOf(all, length);
    String sum = new String(all, length, SUM_BYTES, StandardCharsets.US_ASCII);
    if (!sum.equals(Sha256.of(content))) {
      throw new UserError(file + " is damaged: its checksum does not fit. Fit and save it again.");
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
    in.skipNBytes(MAGIC.length);
    return in;
  }

  private static Provenance provenance(DataInputStream in) throws IOException {
    return new Provenance(text(in), text(in), text(in), in.readLong(), in.readInt());
  }

  private static UserError unreadable(Path file, IOException e) {
    return e instanceof NoSuchFileException
        ? new UserError("There is no file " + file + ".", e)
        : new UserError("Cannot read " + file + ": " + e.getMessage(), e);
  }

  private static String text(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Writes numbers, texts, ids, arrays and matrices. */
  public static final class Writer {
    private final DataOutputStream to;

    private Writer(DataOutputStream to) {
      this.to = to;
    }

    public void integer(int value) throws IOException {
      to.writeInt(value);
    }

    public void number(double value) throws IOException {
      to.writeDouble(value);
    }

    public void choice(Enum<?> value) throws IOException {
      text(value.name());
    }

    public void text(String text) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      to.writeInt(bytes.length);
      to.write(bytes);
    }

    public void ids(IdIndex ids) throws IOException {
      to.writeInt(ids.size());
      for (String id : ids.ids()) {
        text(id);
      }
    }

    public void ints(int[] values) throws IOException {
      to.writeInt(values.length);
      for (int value : values) {
        to.writeInt(value);
      }
    }

    public void floats(float[] values) throws IOException {
      to.writeInt(values.length);
      for (float value : values) {
        to.writeFloat(value);
      }
    }

    public void doubles(double[] values) throws IOException {
      to.writeInt(values.length);
      for (double value : values) {
        to.writeDouble(value);
      }
    }

    /** A whole model inside this one. */
    public void model(Recommender model) throws IOException {
      byte[] bytes = SavedModels.bytes(model);
      to.writeInt(bytes.length);
      to.write(bytes);
    }

    public void dense(DenseMatrix matrix) throws IOException {
      to.writeInt(matrix.rows());
      to.writeInt(matrix.columns());
      doubles(matrix.array());
    }

    public void sparse(SparseMatrix matrix) throws IOException {
      to.writeInt(matrix.columns());
      int[] start = new int[matrix.rows() + 1];
      for (int row = 0; row < start.length; row++) {
        start[row] = matrix.rowStart(row);
      }
      int[] column = new int[matrix.cells()];
      double[] value = new double[matrix.cells()];
      for (int cell = 0; cell < value.length; cell++) {
        column[cell] = matrix.column(cell);
        value[cell] = matrix.value(cell);
      }
      ints(start);
      ints(column);
      doubles(value);
    }
  }

  /** Reads them again in the same order. */
  public static final class Reader {
    private final DataInputStream from;

    private Reader(DataInputStream from) {
      this.from = from;
    }

    public int integer() throws IOException {
      return from.readInt();
    }

    public double number() throws IOException {
      return from.readDouble();
    }

    public <E extends Enum<E>> E choice(Class<E> kind) throws IOException {
      return Enum.valueOf(kind, text());
    }

    public String text() throws IOException {
      return ModelFile.text(from);
    }

    public IdIndex ids() throws IOException {
      List<String> ids = new ArrayList<>();
      for (int left = from.readInt(); left > 0; left--) {
        ids.add(text());
      }
      return IdIndex.inThisOrder(ids);
    }

    public int[] ints() throws IOException {
      int[] values = new int[from.readInt()];
      for (int i = 0; i < values.length; i++) {
        values[i] = from.readInt();
      }
      return values;
    }

    public float[] floats() throws IOException {
      float[] values = new float[from.readInt()];
      for (int i = 0; i < values.length; i++) {
        values[i] = from.readFloat();
      }
      return values;
    }

    public double[] doubles() throws IOException {
      double[] values = new double[from.readInt()];
      for (int i = 0; i < values.length; i++) {
        values[i] = from.readDouble();
      }
      return values;
    }

    /** A whole model inside this one. */
    public Recommender model() throws IOException {
      byte[] bytes = new byte[from.readInt()];
      from.readFully(bytes);
      return SavedModels.of(bytes);
    }

    public DenseMatrix dense() throws IOException {
      return DenseMatrix.wrap(from.readInt(), from.readInt(), doubles());
    }

    public SparseMatrix sparse() throws IOException {
      int columns = from.readInt();
      int[] start = ints();
      return SparseMatrix.wrap(start.length - 1, columns, start, ints(), doubles());
    }
  }
}
