package lectern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lectern.data.Sha256;
import lectern.display.UserError;

/**
 * A file that a bench needs and that is not ours to give away.
 *
 * @param path where it lies in the folder of data
 * @param sha256 of its bytes
 * @param origin what to fetch where it is absent
 */
record DataFile(String path, String sha256, String origin) {
  /**
   * The file in this folder, once its checksum has been compared.
   *
   * @throws UserError if it is absent or another
   */
  Path in(Path folder) {
    Path file = folder.resolve(path);
    if (!Files.isRegularFile(file)) {
      throw new UserError("There is no " + file + ". It is " + origin + ".");
    }
    try {
      String found = Sha256.of(Files.readAllBytes(file));
      if (!found.equals(sha256)) {
        throw new UserError(
            file
                + " is not the file of the published numbers: its SHA-256 is "
                + found
                + ", not "
                + sha256
                + ". It is "
                + origin
                + ".");
      }
      return file;
    } catch (IOException e) {
      throw new UserError("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
