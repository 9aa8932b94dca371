package lectern.bench.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A kernel as its {@code kernel.json} describes it.
 *
 * @param name as its front ends show it
 * @param command with {@code {connection_file}} in it
 * @param environment added to this process's own
 * @param bySignal whether it is interrupted by a signal rather than by a message
 */
record InstalledKernel(
    String name,
    Phrases phrases,
    List<String> command,
    Map<String, String> environment,
    boolean bySignal) {

  /** Every kernel in {@code FOLDER/share/jupyter/kernels} whose language the bench speaks. */
  static List<InstalledKernel> in(Path folder) throws IOException {
    List<InstalledKernel> found = new ArrayList<>();
    try (Stream<Path> specs = Files.list(folder.resolve("share/jupyter/kernels"))) {
      for (Path each : specs.sorted().toList()) {
        found.add(read(folder, each));
      }
    }
    return found;
  }

  /** The kernel of that spec, with the programs of that folder first on its path. */
  static InstalledKernel read(Path folder, Path spec) throws IOException {
    String text = Files.readString(spec.resolve("kernel.json"));
    JsonObject json = JsonParser.parseString(text).getAsJsonObject();
    List<String> command = new ArrayList<>();
    for (var word : json.getAsJsonArray("argv")) {
      command.add(word.getAsString().replace("{resource_dir}", spec.toString()));
    }
    if (command.get(0).equals("python")) {
      command.set(0, folder.resolve("bin/python").toString());
    }
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PATH", folder.resolve("bin") + ":" + javaBin() + ":" + System.getenv("PATH"));
    JsonObject added = json.has("env") ? json.getAsJsonObject("env") : new JsonObject();
    added.entrySet().forEach(each -> environment.put(each.getKey(), each.getValue().getAsString()));
    boolean byMessage =
        json.has("interrupt_mode") && json.get("interrupt_mode").getAsString().equals("message");
    return new InstalledKernel(
        json.get("display_name").getAsString(),
        Phrases.of(json.get("language").getAsString()),
        List.copyOf(command),
        Map.copyOf(environment),
        !byMessage);
  }

  private static Path javaBin() {
    return Path.of(System.getProperty("java.home"), "bin");
  }
}
