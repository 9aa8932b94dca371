package lectern.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lectern.display.UserError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathMagicsTest {
  @TempDir Path folder;
  private FakeHost host;
  private Magics magics;

  @BeforeEach
  void begin() throws IOException {
    host = new FakeHost(folder);
    magics = new Magics(host);
    for (String file :
        List.of(
            "lib/b.jar",
            "lib/a.jar",
            "lib/notes.txt",
            "lib/.hidden.jar",
            "我的 库/数据 1.jar",
            "我的 库/deep/er/数据 2.jar",
            "[odd]/x{1}.jar",
            "classes/A.class")) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.write(path, FakeHost.EMPTY_JAR);
    }
  }

  private String print(String cell) throws Exception {
    return host.print(magics, cell).replace('\\', '/');
  }

  private String error(String cell) {
    return assertThrows(UserError.class, () -> print(cell)).getMessage().replace('\\', '/');
  }

  @Test
  void globs() throws Exception {
    assertEquals("Added lib/a.jar, lib/b.jar", print("%jars lib/*.jar"));
    assertEquals(List.of(folder.resolve("lib/a.jar"), folder.resolve("lib/b.jar")), host.classPath);
    assertEquals("Already on the class path: lib/a.jar", print("%addJars lib/a.jar"));
    assertEquals(2, host.classPath.size());
  }

  @Test
  void spacesAndChineseCharacters() throws Exception {
    assertEquals("Added 我的 库/数据 1.jar", print("%jars \"我的 库/*.jar\""));
    assertEquals(
        "Added 我的 库/deep/er/数据 2.jar\nAlready on the class path: 我的 库/数据 1.jar",
        print("%jars '我的 库/**/数据 ?.jar'"));
  }

  @Test
  void severalPatternsOnOneLine() throws Exception {
    assertEquals(
        "Added lib/b.jar, 我的 库/数据 1.jar", print("%jars lib/{b,c}.jar \"我的 库/数据 [0-9].jar\""));
  }

  @Test
  void aFolderStandsForItsJars() throws Exception {
    assertEquals("Added lib/a.jar, lib/b.jar", print("%jars lib"));
    assertTrue(error("%jars classes").endsWith("for classes write %classpath classes"));
  }

  @Test
  void aNameThatExistsIsItself() throws Exception {
    assertEquals("Added [odd]/x{1}.jar", print("%jars [odd]/x{1}.jar"));
  }

  @Test
  void absolutePathsAndTheHomeFolder() throws Exception {
    assertEquals("Added lib/a.jar", print("%jars \"" + folder.resolve("lib/a.jar") + "\""));
    assertEquals("Added lib/b.jar", print("%jars \"" + folder.resolve("lib") + "/b*\""));
    String home = System.getProperty("user.home");
    System.setProperty("user.home", folder.toString());
    try {
      assertEquals("Already on the class path: lib/a.jar", print("%jars ~/lib/a.jar"));
    } finally {
      System.setProperty("user.home", home);
    }
  }

  @Test
  void classpathTakesFoldersAndJars() throws Exception {
    assertEquals("Added classes, lib/a.jar", print("%classpath classes lib/a.jar"));
    assertEquals("Added lib/b.jar", print("%addClasspath lib/[b-z]*"));
    assertTrue(error("%classpath lib/notes.txt").startsWith("Not a jar or a folder: "));
  }

  @Test
  void aListAsJavaWritesItIsDivided() throws Exception {
    String list = String.join(java.io.File.pathSeparator, "classes", "lib/*.jar");
    assertEquals("Added classes, lib/a.jar, lib/b.jar", print("%classpath " + list));
  }

  @Test
  void nothingFound() {
    String error = error("%jars lib/none*.jar");
    assertTrue(error.startsWith("%jars found nothing for lib/none*.jar in "), error);
    assertTrue(error.endsWith(" Jars and folders there: [odd], classes, lib, 我的 库"), error);
    assertTrue(error("%jars lib/notes.txt").startsWith("Not a jar: "));
    assertTrue(error("%jars").startsWith("%jars needs a path"));
    assertTrue(error("%jars \"lib").startsWith("A quote is not closed"));
    assertTrue(error("%jars lib/[a").startsWith("Not a pattern: [a"));
    assertEquals(List.of(), host.classPath);
  }

  @Test
  void whatIsNoJarIsRefused() throws Exception {
    Files.writeString(folder.resolve("lib/c.jar"), "<html>404</html>");
    assertTrue(error("%jars lib/c.jar").startsWith("Not a jar, or cut off: "));
    assertTrue(error("%jars lib").startsWith("Not a jar, or cut off: "));
    assertTrue(error("%classpath lib/*.jar").startsWith("Not a jar, or cut off: "));
    assertEquals(List.of(), host.classPath);
  }

  @Test
  void nothingIsAddedWhenOnePatternFails() {
    error("%jars lib/*.jar nowhere/*.jar");
    assertEquals(List.of(), host.classPath);
  }

  @Test
  void words() {
    assertEquals(List.of("a b", "c", "d'e"), Arguments.words("'a b'  c \"d'e\"", false));
    assertEquals(List.of("a b", "c"), Arguments.words("a\\ b c", false));
    assertEquals(List.of("C:\\my\\", "b"), Arguments.words("C:\\my\\ b", true));
    assertEquals(List.of("C:\\my lib\\*.jar"), Arguments.words("\"C:\\my lib\\*.jar\"", true));
    assertEquals(List.of("", "x"), Arguments.words("'' x", false));
    assertEquals(List.of(), Arguments.words("  ", false));
  }
}
