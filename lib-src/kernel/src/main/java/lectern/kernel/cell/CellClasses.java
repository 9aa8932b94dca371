package lectern.kernel.cell;

import java.lang.reflect.Field;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.InternalException;
import lectern.kernel.stop.StopChecks;

/** Gives JShell's classes to a {@link CellLoader}. */
final class CellClasses implements LoaderDelegate {
  private final CellLoader loader;
  private final String own;
  private final Map<String, Class<?>> loaded = Collections.synchronizedMap(new LinkedHashMap<>());

  /**
   * Classes of one loader.
   *
   * @param own the class path that the loader's parent sees already
   */
  CellClasses(CellLoader loader, String own) {
    this.loader = loader;
    this.own = own;
  }

  @Override
  public void load(ClassBytecodes[] classes) throws ClassInstallException {
    boolean[] installed = new boolean[classes.length];
    for (ClassBytecodes each : classes) {
      loader.promise(each.name(), StopChecks.into(each.bytecodes()));
    }
    for (int i = 0; i < classes.length; i++) {
      try {
        Class<?> type = loader.loadClass(classes[i].name());
        type.getDeclaredMethods(); // links now, so that a missing class is told here
        loaded.put(classes[i].name(), type);
        installed[i] = true;
      } catch (ClassNotFoundException | LinkageError e) {
        throw new ClassInstallException(e.toString(), installed);
      }
    }
  }

  @Override
  public Class<?> findClass(String name) throws ClassNotFoundException {
    Class<?> type = loaded.get(name);
    if (type == null) {
      throw new ClassNotFoundException(name);
    }
    return type;
  }

  /** The value of the variable of that name in the class that was loaded last, or null. */
  Object value(String name) {
    Object value = null;
    for (Class<?> type : loaded.values()) {
      try {
        Field field = type.getField(name);
        field.setAccessible(true);
        value = field.get(null);
      } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
        // Another class holds it.
      }
    }
    return value;
  }

  @Override
  public void classesRedefined(ClassBytecodes[] classes) {}

  @Override
  public void addToClasspath(String path) throws InternalException {
    if (path.equals(own)) {
      return;
    }
    try {
      loader.addURL(Path.of(path).toUri().toURL());
    } catch (MalformedURLException e) {
      throw new InternalException(e.toString());
    }
  }
}
