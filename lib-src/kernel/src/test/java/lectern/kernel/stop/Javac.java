package lectern.kernel.stop;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a class {@code Made} in memory. */
final class Javac {
  private Javac() {}

  /** The class files, by class name. */
  static Map<String, byte[]> compile(String source) {
    Map<String, ByteArrayOutputStream> files = new TreeMap<>();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    JavaFileManager manager =
        new ForwardingJavaFileManager<JavaFileManager>(
            javac.getStandardFileManager(null, null, null)) {
          @Override
          public JavaFileObject getJavaFileForOutput(
              Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + name + kind.extension), kind) {
              @Override
              public OutputStream openOutputStream() {
                return files.computeIfAbsent(name, any -> new ByteArrayOutputStream());
              }
            };
          }
        };
    JavaFileObject unit =
        new SimpleJavaFileObject(URI.create("mem:///Made.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    if (!javac.getTask(null, manager, null, List.of(), null, List.of(unit)).call()) {
      throw new AssertionError(source);
    }
    Map<String, byte[]> classes = new TreeMap<>();
    files.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
    return classes;
  }

  /** The class {@code Made}, with checks. */
  static Class<?> define(Map<String, byte[]> classes) throws ClassNotFoundException {
    return new ClassLoader(Javac.class.getClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] checked = StopChecks.into(bytes);
        return defineClass(name, checked, 0, checked.length);
      }
    }.loadClass("Made");
  }
}
