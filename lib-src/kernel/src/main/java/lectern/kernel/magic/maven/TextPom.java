package lectern.kernel.magic.maven;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.maven.model.building.ModelSource2;

/** A POM that stands in a cell: it has no file, and no parent beside it. */
record TextPom(String text) implements ModelSource2 {
  @Override
  public ModelSource2 getRelatedSource(String path) {
    return null;
  }

  @Override
  public URI getLocationURI() {
    return null;
  }

  @Override
  public InputStream getInputStream() {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String getLocation() {
    return "the cell";
  }
}
