package lectern.lstm.fast;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Bulk copies between ND4J's memory and Java's arrays. */
final class NativeArrays {
  private NativeArrays() {}

  /** The first numbers of an array that lies in one piece. */
  static void read(INDArray from, float[] to, int length) {
    try (FloatPointer at = new At(from)) {
      at.get(to, 0, length);
    }
  }

  /** The other way. */
  static void write(float[] from, INDArray to, int length) {
    try (FloatPointer at = new At(to)) {
      at.put(from, 0, length);
    }
  }

  /**
   * A batch as sequences × steps × size in one piece; a copy only where it lies otherwise.
   *
   * @param channelsFirst whether it is sequences × size × steps
   */
  static INDArray bySteps(INDArray batch, boolean channelsFirst) {
    INDArray turned = channelsFirst ? batch.permute(0, 2, 1) : batch;
    return inOnePiece(turned);
  }

  /** Single precision, rows one behind another; a copy only where it is otherwise. */
  static INDArray inOnePiece(INDArray array) {
    INDArray floats = array.dataType() == DataType.FLOAT ? array : array.castTo(DataType.FLOAT);
    return lies(floats) ? floats : floats.dup('c');
  }

  private static boolean lies(INDArray array) {
    long expected = 1;
    for (int d = array.rank() - 1; d >= 0; d--) {
      if (array.size(d) != 1 && array.stride(d) != expected) {
        return false;
      }
      expected *= array.size(d);
    }
    return true;
  }

  /** Memory that ND4J owns: closing it frees nothing. */
  private static final class At extends FloatPointer {
    At(INDArray array) {
      super((Pointer) null);
      address = array.data().address() + 4 * array.offset();
      limit = array.length();
      capacity = limit;
    }
  }
}
