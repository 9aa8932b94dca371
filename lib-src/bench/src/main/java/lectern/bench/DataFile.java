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
  /** Who took which courses of XuetangX in which order. */
  static final DataFile XUETANG_SEQUENCES =
      new DataFile(
          "mooccubex-seq/sequences.txt.gz",
          "4673ff7a00ebd74c52a6342ebef8e435785dcac63182d0466f97b71682654b3a",
          "the enrolment sequences of XuetangX, cut from preprocessed.zip of the GitHub project"
              + " Beeditor04/Beeditor04-DS317-Course-Recommender-using-MOOCCubeX (commit 7ecc1a6):"
              + " of each line of train.txt the last number removed, that of test.txt put there"
              + " instead, as gzip");

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
