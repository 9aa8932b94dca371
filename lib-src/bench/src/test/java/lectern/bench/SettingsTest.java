package lectern.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static Settings of(String... arguments) {
    return Settings.of(arguments, Path.of("home"), System.out);
  }

  @Test
  void namesAndOptionsInAnyOrder() {
    Settings settings = of("kmeans", "--runs", "5", "als", "--no-jmh", "--data", "d");
    assertEquals(List.of("kmeans", "als"), settings.names());
    assertEquals(5, settings.runs());
    assertFalse(settings.jmh());
    assertEquals(Optional.of(Path.of("d")), settings.data());
    assertEquals(11, of().runs());
    assertTrue(of().jmh());
  }

  @Test
  void mistakesAreNamed() {
    assertThrows(UserError.class, () -> of("--runs", "2"));
    assertThrows(UserError.class, () -> of("--runs", "many"));
    assertThrows(UserError.class, () -> of("--runs"));
    assertThrows(UserError.class, () -> of("--fast"));
    var unknown = assertThrows(UserError.class, () -> Main.find("k-means"));
    assertTrue(unknown.getMessage().contains("kmeans: "), unknown.getMessage());
  }

  @Test
  void whatNeedsMoreRunsByItsNameAlone() {
    assertFalse(Main.chosen(List.of()).stream().anyMatch(Bench::onlyByName));
    assertEquals("lstm", Main.chosen(List.of("lstm")).get(0).name());
  }

  @Test
  void everyComparisonOfSpeedHasItsPeersFile() {
    for (Bench bench : Main.ALL) {
      if (bench instanceof SpeedBench) {
        Path file = Path.of("src/main/python", bench.name() + ".py");
        assertTrue(Files.exists(file), file.toString());
      }
    }
  }
}
