package lectern.kernel.magic.maven;

import java.util.Map;
import org.eclipse.aether.spi.connector.transport.TransporterFactory;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.transport.file.FileTransporterFactory;
import org.eclipse.aether.transport.http.ChecksumExtractor;

/** Maven Resolver without Apache's HTTP client: {@link HttpTransporter} says why. */
final class KernelRepositorySystem extends RepositorySystemSupplier {
  @Override
  protected Map<String, ChecksumExtractor> getChecksumExtractors() {
    return Map.of();
  }

  @Override
  protected Map<String, TransporterFactory> getTransporterFactories(
      Map<String, ChecksumExtractor> extractors) {
    return Map.of(
        FileTransporterFactory.NAME,
        new FileTransporterFactory(),
        HttpTransporterFactory.NAME,
        new HttpTransporterFactory());
  }
}
