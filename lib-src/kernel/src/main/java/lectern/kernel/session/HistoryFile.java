package lectern.kernel.session;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import lectern.kernel.message.HistoryReply.Entry;
import lectern.kernel.wire.Json;

/**
 * The cells of all sessions of a user, on disk: one line of JSON a cell, only ever appended.
 *
 * <p>Several kernels write at once: each takes the lock of a file beside it, which also holds the
 * number of the last session. A line that a crash has torn is passed over. Past the limit the older
 * half is dropped. Only its owner can read it.
 */
final class HistoryFile {
  /** The beginning of a long result is enough to recognise it. */
  private static final int OUTPUT_KEPT = 2_000;

  /** A lock of a file belongs to the whole process, so its threads need one of their own. */
  private static final Object PROCESS_LOCK = new Object();

  @FunctionalInterface
  private interface Work<T> {
    T with(FileChannel lock) throws IOException;
  }

  private final Path file;
  private final Path lockFile;
  private final long limit;

  /**
   * A file, which need not be there yet.
   *
   * @param limit the bytes past which its older half is dropped
   */
  HistoryFile(Path file, long limit) {
    this.file = file;
    this.lockFile = file.resolveSibling(file.getFileName() + ".lock");
    this.limit = limit;
  }

  /** A number that no session has had. */
  int newSession() throws IOException {
    return locked(
        lock -> {
          shorten();
          int number = lastSession(lock) + 1;
          byte[] text = String.valueOf(number).getBytes(StandardCharsets.US_ASCII);
          lock.truncate(0).write(ByteBuffer.wrap(text), 0);
          return number;
        });
  }

  /** Adds a cell. */
  void add(Entry entry) throws IOException {
    String output = entry.output();
    boolean cut = output != null && output.length() > OUTPUT_KEPT;
    JsonObject line =
        Json.object(
            "session", entry.session(),
            "line", entry.line(),
            "code", entry.code(),
            "output", cut ? output.substring(0, OUTPUT_KEPT) + "…" : output);
    byte[] bytes = (Json.text(line) + "\n").getBytes(StandardCharsets.UTF_8);
    locked(
        lock -> {
          try (FileChannel channel =
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE)) {
            ownerOnly(file);
            long end = channel.size();
            ByteBuffer last = ByteBuffer.allocate(1);
            if (end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n') {
              end += channel.write(ByteBuffer.wrap(new byte[] {'\n'}), end);
            }
            for (ByteBuffer left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) {
              end += channel.write(left, end);
            }
          }
          return null;
        });
  }

  /** Every cell, oldest session first. */
  List<Entry> entries() throws IOException {
    return locked(lock -> read());
  }

  private List<Entry> read() throws IOException {
    List<Entry> entries = new ArrayList<>();
    if (Files.exists(file)) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      text.lines().forEach(line -> addTo(entries, line));
    }
    return entries;
  }

  private static void addTo(List<Entry> entries, String line) {
    try {
      JsonObject json = Json.parseObject(line);
      JsonElement output = json.get("output");
      entries.add(
          new Entry(
              json.get("session").getAsInt(),
              json.get("line").getAsInt(),
              json.get("code").getAsString(),
              output == null || output == JsonNull.INSTANCE ? null : output.getAsString()));
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      // Torn by a crash, or written by another program.
    } catch (NumberFormatException | UnsupportedOperationException e) {
      // Likewise.
    }
  }

  private int lastSession(FileChannel lock) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(20);
    lock.read(bytes, 0);
    String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    try {
      return Integer.parseInt(text.trim());
    } catch (NumberFormatException e) {
      return read().stream().mapToInt(Entry::session).max().orElse(0);
    }
  }

  private void shorten() throws IOException {
    if (!Files.exists(file) || Files.size(file) <= limit) {
      return;
    }
    byte[] all = Files.readAllBytes(file);
    int from = all.length - (int) (limit / 2);
    while (from < all.length && all[from - 1] != '\n') {
      from++;
    }
    Path shorter = file.resolveSibling(file.getFileName() + ".new");
    Files.write(shorter, java.util.Arrays.copyOfRange(all, from, all.length));
    ownerOnly(shorter);
    Files.move(shorter, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private <T> T locked(Work<T> work) throws IOException {
    synchronized (PROCESS_LOCK) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
              FileChannel.open(
                  lockFile,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        assert held.isValid();
        return work.with(channel);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
  }

  private static void ownerOnly(Path path) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString("rw-------"));
    }
  }
}
