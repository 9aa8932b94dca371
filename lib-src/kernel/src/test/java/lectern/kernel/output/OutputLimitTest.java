package lectern.kernel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputLimitTest {
  @Test
  void theEnvironmentSetsIt() {
    assertEquals(OutputLimit.DEFAULT, OutputLimit.of(Map.of()));
    assertEquals(500, OutputLimit.of(Map.of(OutputLimit.VARIABLE, " 500 ")).characters());
    assertEquals(Long.MAX_VALUE, OutputLimit.of(Map.of(OutputLimit.VARIABLE, "0")).characters());
    assertEquals(OutputLimit.DEFAULT, OutputLimit.of(Map.of(OutputLimit.VARIABLE, "-1")));
    assertEquals(OutputLimit.DEFAULT, OutputLimit.of(Map.of(OutputLimit.VARIABLE, "much")));
  }

  @Test
  void theFileTakesAsMuchAsItMayAndCountsTheRest() throws IOException {
    OverflowFile file = new OverflowFile(5);
    file.append("abc");
    file.append("defg");
    file.append("h");
    String end = file.end();
    Path path = Path.of(end.replaceAll("(?s).* are in (.*\\.txt).*", "$1"));
    try {
      assertEquals("abcde", Files.readString(path));
      assertTrue(end.startsWith("… 5 characters are in "), end);
      assertTrue(end.endsWith("; 3 characters more were dropped\n"), end);
      assertTrue(file.beginning(30_000_000).contains("printed 30,000,000 characters"));
    } finally {
      Files.delete(path);
    }
  }
}
