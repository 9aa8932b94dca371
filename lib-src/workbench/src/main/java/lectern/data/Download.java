package lectern.data;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lectern.display.Progress;

/**
 * A file from a web address. Gives up when no answer has come after a few seconds, or when nothing
 * more comes for a while.
 */
final class Download implements Fetch.Way {
  private static final int LOOK_MILLIS = 100;

  private final Duration answer;
  private final Duration stall;

  Download() {
    this(Duration.ofSeconds(8), Duration.ofSeconds(20));
  }

  /**
   * @param answer how long to wait for the first byte
   * @param stall how long to wait for a further one
   */
  Download(Duration answer, Duration stall) {
    this.answer = answer;
    this.stall = stall;
  }

  @Override
  public Path get(Catalogue.Source source, Path folder, Progress progress) throws IOException {
    Path file = folder.resolve(source.file());
    Files.createFile(file);
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(answer)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    HttpRequest request = HttpRequest.newBuilder(URI.create(source.from())).build();
    CompletableFuture<HttpResponse<Path>> coming =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofFile(file));
    try (var task = progress.begin("download " + source.file(), Math.max(1, source.bytes()))) {
      HttpResponse<Path> response = await(coming, file, task);
      if (response.statusCode() != 200) {
        throw new IOException("the server answered " + response.statusCode());
      }
      return file;
    } finally {
      coming.cancel(true);
    }
  }

  private HttpResponse<Path> await(
      CompletableFuture<HttpResponse<Path>> coming, Path file, Progress.Task task)
      throws IOException {
    long size = 0;
    long lastGrowth = System.nanoTime();
    while (true) {
      try {
        return coming.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        long now = Files.size(file);
        lastGrowth = now > size ? System.nanoTime() : lastGrowth;
        size = now;
        task.at(size);
        Duration patience = size == 0 ? answer : stall;
        if (System.nanoTime() - lastGrowth > patience.toNanos()) {
          String what = size == 0 ? "no answer" : "nothing more came after " + size + " bytes";
          throw new IOException(what + " within " + patience.toSeconds() + " s", e);
        }
      } catch (InterruptedException e) {
        throw new CancellationException("the download was stopped");
      } catch (ExecutionException e) {
        throw new IOException(why(e.getCause()), e);
      }
    }
  }

  private static String why(Throwable cause) {
    if (cause instanceof ConnectException) {
      return "no connection";
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
