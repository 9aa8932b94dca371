package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lectern.display.UserError;
import lectern.kernel.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
  @TempDir private Path folder;

  @Test
  void theSpecStartsTheCopyOfTheJar() throws IOException {
    Path jar = Files.writeString(folder.resolve("downloaded.jar"), "all of it");
    String told = new Installation(folder.resolve("kernels"), "java", jar).write();
    Path place = folder.resolve("kernels/java");
    assertTrue(told.contains(place.toString()), told);
    assertEquals("all of it", Files.readString(place.resolve("lectern-kernel.jar")));
    assertTrue(Files.size(place.resolve("logo-64x64.png")) > 100);
    JsonObject spec = Json.parseObject(Files.readString(place.resolve("kernel.json")));
    List<String> words =
        spec.getAsJsonArray("argv").asList().stream().map(word -> word.getAsString()).toList();
    assertTrue(Files.isExecutable(Path.of(words.get(0))), words.get(0));
    assertEquals(
        List.of("-jar", place.resolve("lectern-kernel.jar").toString(), "{connection_file}"),
        words.subList(words.size() - 3, words.size()));
    assertEquals("message", spec.get("interrupt_mode").getAsString());
  }

  @Test
  void anotherKernelsFolderIsLeftAlone() throws IOException {
    Path jar = Files.writeString(folder.resolve("downloaded.jar"), "all of it");
    Path other = Files.createDirectories(folder.resolve("kernels/java"));
    Files.writeString(other.resolve("kernel.json"), "{}");
    Installation installation = new Installation(folder.resolve("kernels"), "java", jar);
    assertThrows(UserError.class, installation::write);
    assertEquals("{}", Files.readString(other.resolve("kernel.json")));
    assertFalse(Files.exists(other.resolve("lectern-kernel.jar")));
  }

  @Test
  void jupytersFoldersOnEachSystem() {
    Path home = Path.of(System.getProperty("user.home"));
    assertEquals(home.resolve(".local/share/jupyter"), Installation.userFolder("Linux", Map.of()));
    assertEquals(
        Path.of("/data/jupyter"),
        Installation.userFolder("Linux", Map.of("XDG_DATA_HOME", "/data")));
    assertEquals(home.resolve("Library/Jupyter"), Installation.userFolder("Mac OS X", Map.of()));
    assertEquals(
        Path.of("/roaming/jupyter"),
        Installation.userFolder("Windows 11", Map.of("APPDATA", "/roaming")));
    assertEquals(
        Path.of("/chosen"),
        Installation.userFolder("Windows 11", Map.of("JUPYTER_DATA_DIR", "/chosen")));
  }

  @Test
  void mistakesInTheWordsAreTold() {
    for (List<String> words :
        List.of(
            List.<String>of(),
            List.of("--prefix"),
            List.of("--user", "--prefix", "x"),
            List.of("--user", "--name", "../x"))) {
      assertThrows(UserError.class, () -> Installation.read(words), words.toString());
    }
  }
}
