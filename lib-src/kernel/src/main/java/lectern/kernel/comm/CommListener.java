package lectern.kernel.comm;

import com.google.gson.JsonObject;
import java.util.List;

/** Hears what a front end says over one comm. */
public interface CommListener {
  /**
   * The front end says something. What this prints or shows belongs to that message; what it throws
   * is told to the user.
   *
   * @param buffers bytes that go with it, usually none
   */
  void message(JsonObject data, List<byte[]> buffers);

  /** The front end has closed the comm; it cannot be used any more. */
  default void closed(JsonObject data) {}

  /**
   * Whether it hears messages while a cell runs, on another thread than the cell's. Otherwise they
   * wait for their turn between the cells, and run on the thread of the cells.
   */
  default boolean whileBusy() {
    return false;
  }
}
