package lectern.data;

import java.nio.file.Path;
import java.util.Locale;
import lectern.display.UserError;

/**
 * A file of events and how to read it: one of several that become one {@link EventLog}.
 *
 * <p>What a file is, its name says: {@code .parquet}; {@code .jsonl}, {@code .ndjson} or {@code
 * .json}, which holds one JSON object a line; everything else is CSV. Text files may be packed with
 * gzip.
 */
public record EventFile(Path path, EventMapping mapping) {
  public EventFile {
    if (mapping.event().isEmpty() && mapping.eventName().isEmpty()) {
      throw new UserError(
          "Say what the rows of "
              + path.getFileName()
              + " are: .event(\"column\"), or .eventNamed(Events.VIEW) when all are one kind.");
    }
  }

  public static EventFile of(Path path, EventMapping mapping) {
    return new EventFile(path, mapping);
  }

  String name() {
    return path.getFileName().toString();
  }

  void read(RowSink sink) {
    String ending = name().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    if (ending.endsWith(".parquet") || ending.endsWith(".pq")) {
      ParquetFile.read(path, sink);
    } else if (ending.matches(".*\\.(jsonl|ndjson|json)")) {
      JsonLines.read(path, TextFile.read(path, mapping.charset()), sink);
    } else {
      CsvFile.read(path, TextFile.read(path, mapping.charset()), sink);
    }
  }
}
