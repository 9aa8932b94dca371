package lectern.kernel.comm;

import com.google.gson.JsonObject;
import java.util.List;

/** Takes the comms of one name that a front end opens, such as {@code jupyter.widget}. */
public interface CommTarget {
  /** The name by which a front end asks for it. */
  String name();

  /**
   * A front end has opened a comm.
   *
   * @param data what it says at the beginning
   * @param buffers bytes that go with it, usually none
   * @return who listens to what it says next
   */
  CommListener opened(Comm comm, JsonObject data, List<byte[]> buffers);
}
