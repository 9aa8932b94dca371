package lectern.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.article.ArticleClaim;
import lectern.article.Articles;
import org.junit.jupiter.api.Test;

/** notebooks/sections.md leaves no section of an article out, and names only what there is. */
class SectionsTest {
  private static final Path NOTEBOOKS = Path.of("..", "..", "notebooks");
  private static final Pattern LINK = Pattern.compile("\\[[^]]+]\\(([^)]+)\\)");
  private static final Pattern NAME = Pattern.compile("`([\\w.]+)`");

  /** A row of the page: section, what it is about, notebook links or "prose", classes or reason. */
  private record Row(String section, String about, String where, String what) {
    boolean isProse() {
      return where.equals("prose");
    }
  }

  private static Map<String, List<Row>> page() throws IOException {
    Map<String, List<Row>> page = new LinkedHashMap<>();
    String article = "";
    for (String line : Files.readAllLines(NOTEBOOKS.resolve("sections.md"))) {
      if (line.startsWith("## ")) {
        article = line.substring(3).strip();
        page.put(article, new ArrayList<>());
      } else if (line.startsWith("| ") && !line.startsWith("| section")) {
        String[] cell = line.split("\\|");
        page.get(article)
            .add(new Row(cell[1].strip(), cell[2].strip(), cell[3].strip(), cell[4].strip()));
      }
    }
    return page;
  }

  @Test
  void everySectionHasARow() throws IOException {
    Map<String, List<String>> wanted = new LinkedHashMap<>();
    try (var in = SectionsTest.class.getResourceAsStream("sections.txt");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split(" ")))
          .forEach(words -> wanted.put(words.get(0), words.subList(1, words.size())));
    }
    Map<String, List<String>> found = new LinkedHashMap<>();
    page().forEach((article, rows) -> found.put(article, rows.stream().map(Row::section).toList()));
    assertEquals(Articles.NAMES, List.copyOf(wanted.keySet()));
    assertEquals(wanted, found);
  }

  @Test
  void aSectionThatIsNotProseHasANotebookAndClasses() throws IOException {
    for (var article : page().entrySet()) {
      for (Row row : article.getValue()) {
        String about = article.getKey() + " " + row.section();
        if (row.isProse()) {
          assertTrue(row.what().length() > 10, about + " is prose without a reason");
          continue;
        }
        List<String> links = all(LINK, row.where());
        List<String> classes = all(NAME, row.what());
        assertFalse(links.isEmpty() || classes.isEmpty(), about);
        for (String link : links) {
          assertTrue(Files.exists(NOTEBOOKS.resolve(link)), about + ": no notebook " + link);
        }
        for (String name : classes) {
          assertTrue(exists("lectern." + name), about + ": no class lectern." + name);
        }
      }
    }
  }

  @Test
  void everyClaimBelongsToASectionThatIsNotProseAndToANotebookThatShowsIt() throws IOException {
    Map<String, List<Row>> page = page();
    for (ArticleClaim claim : Articles.all()) {
      String section = claim.section().split(" ", 2)[1];
      List<Row> rows =
          page.get(claim.article()).stream().filter(row -> row.section().equals(section)).toList();
      String about = claim.section() + ": " + claim.statement();
      assertEquals(1, rows.size(), "no such section, " + about);
      assertFalse(rows.get(0).isProse(), "a claim in prose, " + about);
      Path notebook = NOTEBOOKS.resolve(claim.notebook() + ".ipynb");
      assertTrue(Files.exists(notebook), "no notebook, " + about);
      String sources =
          String.join(
              "\n", Notebook.read(notebook).codeCells().stream().map(Cell::source).toList());
      assertTrue(
          sources.contains("\"" + claim.article()) && sources.contains("Articles."),
          claim.notebook() + " shows no claim of " + claim.article() + ", " + about);
    }
  }

  private static List<String> all(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static boolean exists(String name) {
    try {
      Class.forName(name, false, SectionsTest.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
