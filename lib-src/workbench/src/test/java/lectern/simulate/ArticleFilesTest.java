package lectern.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lectern.data.ColumnMapping;
import lectern.data.Events;
import lectern.data.Interactions;
import lectern.data.InteractionsCsv;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleFilesTest {
  private static final SimulationOptions OPTIONS =
      SimulationOptions.usual().users(150).weeks(4).noCampaigns();

  @TempDir Path folder;

  private List<String> lines(String name) throws IOException {
    return Files.readAllLines(folder.resolve("in").resolve(name));
  }

  @Test
  void theUsersFileHasTheColumnsThatTheListingTakesAndOnlyNumbers() throws IOException {
    ArticleFiles.write(folder.resolve("in"), OPTIONS, 1);
    List<String> lines = lines(ArticleFiles.USERS);
    List<String> columns = List.of(lines.get(0).split(","));
    assertTrue(columns.containsAll(List.of(" browsing_time", " purchase_frequency")));
    assertEquals(151, lines.size());
    for (String line : lines.subList(1, lines.size())) {
      double[] row = Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
      assertEquals(columns.size(), row.length);
      assertTrue(row[1] >= 0 && row[2] >= 0 && row[4] >= 16);
    }
  }

  @Test
  void dirtPutsRowsInTwiceAndLeavesCellsOut() throws IOException {
    ArticleFiles.write(folder.resolve("in"), OPTIONS.dirt(Dirt.all(0.1)), 1);
    List<String> lines = lines(ArticleFiles.USERS);
    assertEquals(151, new HashSet<>(lines).size());
    assertTrue(lines.size() > 155);
    assertTrue(lines.stream().filter(l -> l.contains(",,") || l.endsWith(",")).count() > 3);
  }

  @Test
  void theContentsFileHasClusterAndCategory() throws IOException {
    ArticleFiles.write(folder.resolve("in"), OPTIONS, 1);
    List<String> lines = lines(ArticleFiles.CONTENTS);
    List<String> columns = List.of(lines.get(0).split(","));
    Set<String> clusters = new TreeSet<>();
    Set<String> categories = new TreeSet<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      clusters.add(cells[columns.indexOf("cluster")]);
      categories.add(cells[columns.indexOf("category")]);
    }
    assertEquals(Set.of("0", "1", "2"), clusters);
    assertEquals(new TreeSet<>(Topic.ids()), categories);
    assertEquals(121, lines.size());
  }

  @Test
  void theBehavioursFileFillsTheListingsMatrix() throws IOException {
    SimulatedPlatform platform = Simulation.run(OPTIONS, 1);
    ArticleFiles written = ArticleFiles.write(folder.resolve("in"), platform);
    List<String> lines = lines(ArticleFiles.BEHAVIOURS);
    assertEquals("user_id,course_id,behavior_type", lines.get(0));
    assertEquals(written.behaviours(), lines.size() - 1);
    TreeSet<Integer> users = new TreeSet<>();
    TreeSet<Integer> courses = new TreeSet<>();
    int purchases = 0;
    for (String line : lines.subList(1, lines.size())) {
      int[] row = Arrays.stream(line.split(",")).mapToInt(Integer::parseInt).toArray();
      users.add(row[0]);
      courses.add(row[1]);
      purchases += row[2] == 3 ? 1 : 0;
    }
    assertEquals(1, users.first());
    assertEquals(users.size(), users.last()); // without gaps: places of a matrix
    assertEquals(1, courses.first());
    assertEquals(courses.size(), courses.last());
    assertEquals(platform.cleanLog().count(Events.PURCHASE), purchases);
    InteractionsCsv read =
        Interactions.read(
            folder.resolve("in").resolve(ArticleFiles.BEHAVIOURS),
            ColumnMapping.of("user_id", "course_id").value("behavior_type"));
    assertEquals(users.size(), read.interactions().userCount());
  }

  @Test
  void aSeedGivesTheSameFiles() throws IOException {
    ArticleFiles.write(folder.resolve("in"), OPTIONS, 1);
    ArticleFiles.write(folder.resolve("again"), OPTIONS, 1);
    for (String name :
        List.of(ArticleFiles.USERS, ArticleFiles.CONTENTS, ArticleFiles.BEHAVIOURS)) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("in").resolve(name)),
          Files.readAllBytes(folder.resolve("again").resolve(name)));
    }
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("here"), "x");
    assertThrows(UserError.class, () -> ArticleFiles.write(file, OPTIONS, 1));
    assertEquals("x", Files.readString(file));
  }
}
