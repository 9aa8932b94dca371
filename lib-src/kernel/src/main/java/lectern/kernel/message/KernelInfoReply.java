package lectern.kernel.message;

import com.google.gson.JsonObject;
import java.util.List;
import lectern.kernel.wire.Header;
import lectern.kernel.wire.Json;

/**
 * {@code kernel_info_reply}: who we are and what language we speak.
 *
 * @param version of the kernel
 * @param javaVersion of the running Java
 */
public record KernelInfoReply(String version, String javaVersion) implements Content {
  @Override
  public String type() {
    return "kernel_info_reply";
  }

  @Override
  public JsonObject toJson() {
    return Json.object(
        "status",
        "ok",
        "protocol_version",
        Header.PROTOCOL,
        "implementation",
        "lectern",
        "implementation_version",
        version,
        "language_info",
        language(),
        "banner",
        "Lectern " + version + ", a kernel for Java " + javaVersion,
        "help_links",
        List.of(),
        "debugger",
        true,
        "supported_features",
        List.of("debugger", "kernel subshells"));
  }

  private JsonObject language() {
    return Json.object(
        "name", "java",
        "version", javaVersion,
        "mimetype", "text/x-java",
        "file_extension", ".java",
        "pygments_lexer", "java",
        "codemirror_mode", "text/x-java",
        "nbconvert_exporter", "script");
  }
}
