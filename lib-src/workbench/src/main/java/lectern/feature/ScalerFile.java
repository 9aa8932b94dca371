package lectern.feature;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import lectern.data.WholeFile;
import lectern.display.UserError;

/** The file of a saved scaler: JSON, numbers with all the digits that their bits need. */
final class ScalerFile {
  private static final String FORMAT = "lectern scaler 1";

  /** What stands in the file. */
  private record Saved(
      String format, String method, List<String> names, double[] centres, double[] scales) {}

  private ScalerFile() {}

  static void save(Scaler scaler, Path file) {
    Saved saved =
        new Saved(
            FORMAT, scaler.method().name(), scaler.names(), scaler.centres(), scaler.scales());
    String json = new GsonBuilder().setPrettyPrinting().create().toJson(saved);
    try {
      WholeFile.write(file, (json + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new UserError("Cannot save to " + file + ": there is no such folder.", e);
    } catch (IOException e) {
      throw new UserError("Cannot save to " + file + ": " + e.getMessage(), e);
    }
  }

  static Scaler load(Path file) {
    try {
      Saved saved = new Gson().fromJson(Files.readString(file), Saved.class);
      if (saved == null || !FORMAT.equals(saved.format()) || !whole(saved)) {
        throw new UserError(file + " is not a saved scaler.");
      }
      return new Scaler(
          Scaler.Method.valueOf(saved.method()),
          List.copyOf(saved.names()),
          saved.centres(),
          saved.scales());
    } catch (NoSuchFileException e) {
      throw new UserError("There is no file " + file + ".", e);
    } catch (JsonParseException e) {
      throw new UserError(file + " is not a saved scaler.", e);
    } catch (IOException e) {
      throw new UserError("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static boolean whole(Saved saved) {
    return saved.names() != null
        && saved.centres() != null
        && saved.scales() != null
        && saved.names().size() == saved.centres().length
        && saved.centres().length == saved.scales().length
        && List.of("STANDARD", "MIN_MAX", "ROBUST").contains(saved.method());
  }
}
