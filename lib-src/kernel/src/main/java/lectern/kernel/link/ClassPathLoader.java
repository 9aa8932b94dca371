package lectern.kernel.link;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** The loader of the jars and folders that cells add; the parent of the cells' own loaders. */
public final class ClassPathLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  public ClassPathLoader(ClassLoader parent) {
    super("class path", new URL[0], parent);
  }

  /** Adds a jar or folder. */
  public void add(Path path) {
    try {
      addURL(path.toUri().toURL());
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(path.toString(), e);
    }
  }
}
