package lectern.kernel.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownClassesTest {
  private final KnownClasses classes =
      new KnownClasses(KnownClassesTest.class.getClassLoader()).with(List.of());

  @Test
  void theJdksOpenPackagesAreKnown() {
    assertEquals(List.of("java.time.LocalDate"), classes.named("LocalDate"));
    assertEquals(List.of("java.util.List", "java.awt.List"), classes.named("List"));
    assertEquals(List.of(), classes.named("ImmutableCollections"), "not public");
    assertEquals(List.of(), classes.named("Unsafe"), "not for users");
    assertTrue(classes.packagesBelow("java.util").contains("concurrent"));
    assertTrue(classes.in("java.util.function").contains("Supplier"));
  }

  @Test
  void theOneThatIsMeantIsTheOnlyOneOfTheJdk() {
    assertEquals(Optional.of("java.time.LocalDate"), classes.only("LocalDate"));
    assertEquals(Optional.empty(), classes.only("Date"), "java.util and java.sql");
    assertEquals(Optional.empty(), classes.only("NoSuchClass"));
  }

  @Test
  void foldersAndMissingJarsOfTheClassPathAreRead(@TempDir Path folder) throws Exception {
    assertEquals(Optional.empty(), classes.only("KnownClassesTest"));
    Path own =
        Path.of(KnownClassesTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    classes.with(
        List.of(own, folder.resolve("none.jar"), Files.createFile(folder.resolve("x.jar"))));
    assertEquals(List.of(), classes.named("KnownClassesTest"), "not public");
    assertTrue(classes.names().size() > 3000);
  }
}
