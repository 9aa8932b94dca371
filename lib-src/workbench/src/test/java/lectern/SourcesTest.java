package lectern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The workbench's documentation travels in its jar, where the kernel reads it. */
class SourcesTest {
  @Test
  void theSourceOfAClassIsAmongTheResources() throws IOException {
    try (InputStream in =
        SourcesTest.class.getResourceAsStream("/META-INF/sources/lectern/cluster/KMeans.java")) {
      assertNotNull(in);
      String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(source.contains("/**"));
      assertEquals("package lectern.cluster;", source.lines().findFirst().orElse(""));
    }
  }
}
