package lectern.kernel.magic.maven;

import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.spi.connector.transport.AbstractTransporter;
import org.eclipse.aether.spi.connector.transport.GetTask;
import org.eclipse.aether.spi.connector.transport.PeekTask;
import org.eclipse.aether.spi.connector.transport.PutTask;
import org.eclipse.aether.transfer.TransferCancelledException;

/**
 * Fetches files of a repository with the JDK's own HTTP client: redirects, proxies and basic
 * authentication. It never uploads.
 *
 * <p>Resolver's own transport stands on Apache's client, whose jars would stand on the class path
 * of every notebook before the versions that the notebook asks for.
 */
final class HttpTransporter extends AbstractTransporter {
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  /** The server answered, and not with the file. */
  static final class StatusException extends IOException {
    private static final long serialVersionUID = 1L;

    final int status;

    StatusException(int status, URI address) {
      super("status " + status + " from " + address);
      this.status = status;
    }
  }

  private final URI base;
  private final HttpClient client;

  HttpTransporter(RepositorySystemSession session, RemoteRepository repository) {
    String url = repository.getUrl();
    base = URI.create(url.endsWith("/") ? url : url + "/");
    HttpClient.Builder builder =
        HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NORMAL);
    authenticate(builder, session, repository);
    Proxy proxy = repository.getProxy();
    if (proxy != null) {
      builder.proxy(ProxySelector.of(new InetSocketAddress(proxy.getHost(), proxy.getPort())));
    }
    client = builder.build();
  }

  /** Answers when asked for a password, and only the repository's own host or its proxy. */
  private void authenticate(
      HttpClient.Builder builder, RepositorySystemSession session, RemoteRepository repository) {
    PasswordAuthentication server =
        password(AuthenticationContext.forRepository(session, repository));
    PasswordAuthentication proxy = password(AuthenticationContext.forProxy(session, repository));
    if (server == null && proxy == null) {
      return; // Then a server that asks is heard: its answer has a status.
    }
    builder.authenticator(
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            if (getRequestorType() == RequestorType.PROXY) {
              return proxy;
            }
            return base.getHost().equalsIgnoreCase(getRequestingHost()) ? server : null;
          }
        });
  }

  private static PasswordAuthentication password(AuthenticationContext context) {
    try {
      String user = context == null ? null : context.get(AuthenticationContext.USERNAME);
      String password = user == null ? null : context.get(AuthenticationContext.PASSWORD);
      return password == null ? null : new PasswordAuthentication(user, password.toCharArray());
    } finally {
      AuthenticationContext.close(context);
    }
  }

  @Override
  protected void implPeek(PeekTask task) throws IOException, InterruptedException {
    HttpRequest request =
        request(task.getLocation()).method("HEAD", HttpRequest.BodyPublishers.noBody()).build();
    check(send(request, BodyHandlers.discarding()));
  }

  @Override
  protected void implGet(GetTask task)
      throws IOException, InterruptedException, TransferCancelledException {
    HttpResponse<InputStream> response =
        send(request(task.getLocation()).GET().build(), BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      check(response);
      long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
      utilGet(task, body, true, length, false);
    }
  }

  @Override
  protected void implPut(PutTask task) {
    throw new UnsupportedOperationException("The kernel does not upload: " + task.getLocation());
  }

  @Override
  protected void implClose() {
    // The client ends with its last request.
  }

  @Override
  public int classify(Throwable error) {
    return error instanceof StatusException status && (status.status == 404 || status.status == 410)
        ? ERROR_NOT_FOUND
        : ERROR_OTHER;
  }

  /** The JDK's exception of a connection that fails says nothing. */
  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
      throws IOException, InterruptedException {
    try {
      return client.send(request, body);
    } catch (ConnectException e) {
      throw new IOException("no connection to " + request.uri().getAuthority(), e);
    }
  }

  private HttpRequest.Builder request(URI location) {
    return HttpRequest.newBuilder(base.resolve(location))
        .timeout(ANSWER)
        .header("User-Agent", "Lectern");
  }

  private static void check(HttpResponse<?> response) throws StatusException {
    if (response.statusCode() != 200) {
      throw new StatusException(response.statusCode(), response.uri());
    }
  }
}
