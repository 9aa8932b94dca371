package lectern.kernel.cell;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The loader of the classes that cells are compiled to, and of the jars that cells add. */
final class CellLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Map<String, byte[]> pending = new ConcurrentHashMap<>();

  CellLoader(ClassLoader parent) {
    super(CellEngine.LOADER, new URL[0], parent);
  }

  /** The class of that name has these bytes when it is asked for. */
  void promise(String name, byte[] bytes) {
    pending.put(name, bytes);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = pending.remove(name);
    return bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
  }

  @Override
  public void addURL(URL url) {
    super.addURL(url);
  }
}
