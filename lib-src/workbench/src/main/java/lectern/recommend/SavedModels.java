package lectern.recommend;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import lectern.display.UserError;

/** Reads any saved model, whatever its class: the file names it. */
public final class SavedModels {
  private SavedModels() {}

  /**
   * The model of a file.
   *
   * @throws UserError if there is no such file, it is damaged, or this Lectern has no such model
   */
  public static Recommender load(Path file) {
    String name = ModelFile.modelOf(file);
    try {
      Class<?> model = Class.forName(name);
      if (Recommender.class.isAssignableFrom(model)) {
        return (Recommender) model.getMethod("load", Path.class).invoke(null, file);
      }
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new UserError(file + " holds a " + name + ", which this Lectern cannot read.", e);
    }
    throw new UserError(file + " holds a " + name + ", which is no model.");
  }

  /** A model as the bytes of its file. */
  static byte[] bytes(Recommender model) throws IOException {
    Path file = Files.createTempFile("lectern", ".model");
    try {
      model.save(file);
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }

  /** The model of such bytes. */
  static Recommender of(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("lectern", ".model");
    try {
      Files.write(file, bytes);
      return load(file);
    } finally {
      Files.delete(file);
    }
  }
}
