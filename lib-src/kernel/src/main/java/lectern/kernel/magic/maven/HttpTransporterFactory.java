package lectern.kernel.magic.maven;

import java.util.Locale;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.spi.connector.transport.Transporter;
import org.eclipse.aether.spi.connector.transport.TransporterFactory;
import org.eclipse.aether.transfer.NoTransporterException;

/** Makes {@link HttpTransporter}s for repositories whose address begins with http or https. */
final class HttpTransporterFactory implements TransporterFactory {
  static final String NAME = "jdk";

  @Override
  public Transporter newInstance(RepositorySystemSession session, RemoteRepository repository)
      throws NoTransporterException {
    String protocol = repository.getProtocol().toLowerCase(Locale.ROOT);
    if (!protocol.equals("http") && !protocol.equals("https")) {
      throw new NoTransporterException(repository);
    }
    return new HttpTransporter(session, repository);
  }

  @Override
  public float getPriority() {
    return 1;
  }
}
