package lectern.kernel.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** The class path with the classes of the cells in it; what is compiled stays in memory. */
final class CellFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final Map<String, byte[]> known;
  private final Map<String, ClassFile> written = new LinkedHashMap<>();

  /**
   * Files.
   *
   * @param known the classes of the cells, by binary name
   */
  CellFiles(StandardJavaFileManager standard, Map<String, byte[]> known) {
    super(standard);
    this.known = known;
  }

  /** What has been compiled since it was asked last. */
  Map<String, byte[]> takeWritten() {
    Map<String, byte[]> taken = new LinkedHashMap<>();
    written.forEach((name, file) -> taken.put(name, file.bytes()));
    written.clear();
    return taken;
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<Kind> kinds, boolean recurse) throws IOException {
    if (!packageName.equals(CellNames.PACKAGE)) {
      return super.list(location, packageName, kinds, recurse);
    }
    List<JavaFileObject> found = new ArrayList<>();
    if (location == StandardLocation.CLASS_PATH && kinds.contains(Kind.CLASS)) {
      known.forEach((name, bytes) -> found.add(new ClassFile(name, bytes)));
    }
    return found;
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof ClassFile ours
        ? ours.binaryName()
        : super.inferBinaryName(location, file);
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return isOurs(a) || isOurs(b) ? a.toUri().equals(b.toUri()) : super.isSameFile(a, b);
  }

  private static boolean isOurs(FileObject file) {
    return file instanceof ClassFile || file instanceof SourceFile;
  }

  @Override
  public JavaFileObject getJavaFileForInput(Location location, String name, Kind kind)
      throws IOException {
    if (!CellNames.isOfCells(name)) {
      return super.getJavaFileForInput(location, name, kind);
    }
    byte[] bytes = known.get(name);
    return bytes == null ? null : new ClassFile(name, bytes);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String name, Kind kind, FileObject sibling) {
    ClassFile file = new ClassFile(name, null, kind);
    if (kind == Kind.CLASS) {
      written.put(name, file);
    }
    return file;
  }
}
