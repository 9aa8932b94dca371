package lectern.kernel.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lectern.display.UserError;

/**
 * What a connection file says: where a kernel listens and how its messages are signed.
 *
 * @param transport {@code tcp} or {@code ipc}
 * @param ip the address, or for {@code ipc} the beginning of the files' names
 * @param key the secret of the signatures; "" for none
 */
public record ConnectionInfo(
    String transport,
    String ip,
    String key,
    int shell,
    int control,
    int stdin,
    int iopub,
    int heartbeat) {
  public ConnectionInfo {
    if (!transport.equals("tcp") && !transport.equals("ipc")) {
      throw new UserError("the transport must be tcp or ipc, not " + transport);
    }
  }

  /** Five free ports of this machine's loopback address, and a new key. */
  public static ConnectionInfo onFreePorts() throws IOException {
    String loopback = InetAddress.getLoopbackAddress().getHostAddress();
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 5; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      int[] port = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
      String key = UUID.randomUUID().toString();
      return new ConnectionInfo("tcp", loopback, key, port[0], port[1], port[2], port[3], port[4]);
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }

  /**
   * Reads a connection file.
   *
   * @throws UserError where it cannot be read or lacks a field
   */
  public static ConnectionInfo read(Path file) {
    try {
      JsonObject json = Json.parseObject(Files.readString(file));
      String scheme = string(json, "signature_scheme", "hmac-sha256");
      if (!scheme.equals("hmac-sha256")) {
        throw new UserError("signature_scheme must be hmac-sha256, not " + scheme);
      }
      return new ConnectionInfo(
          string(json, "transport", "tcp"),
          string(json, "ip", null),
          string(json, "key", ""),
          port(json, "shell_port"),
          port(json, "control_port"),
          port(json, "stdin_port"),
          port(json, "iopub_port"),
          port(json, "hb_port"));
    } catch (IOException e) {
      throw new UserError("cannot read the connection file " + file + ": " + e, e);
    } catch (JsonParseException e) {
      throw new UserError("the connection file " + file + " is not JSON: " + e.getMessage(), e);
    }
  }

  /** The text of a connection file. */
  public String toJson() {
    return Json.text(
        Json.object(
            "transport", transport,
            "ip", ip,
            "signature_scheme", "hmac-sha256",
            "key", key,
            "shell_port", shell,
            "control_port", control,
            "stdin_port", stdin,
            "iopub_port", iopub,
            "hb_port", heartbeat));
  }

  /** The ZeroMQ address of one port. */
  public String address(int port) {
    return transport.equals("tcp") ? "tcp://" + ip + ":" + port : "ipc://" + ip + "-" + port;
  }

  private static String string(JsonObject json, String field, String otherwise) {
    JsonElement value = json.get(field);
    if (value == null && otherwise == null) {
      throw new UserError("the connection file has no " + field);
    }
    return value == null ? otherwise : value.getAsString();
  }

  private static int port(JsonObject json, String field) {
    try {
      return Integer.parseInt(string(json, field, null));
    } catch (NumberFormatException e) {
      throw new UserError("the connection file's " + field + " is not a number", e);
    }
  }
}
