package lectern.kernel.magic;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lectern.display.MimeBundle;

/** A session that writes down what magics do to it; what it "runs" is the code's own text. */
final class FakeHost implements MagicHost {
  /** A zip file without entries: its end record alone. */
  static final byte[] EMPTY_JAR = Arrays.copyOf(new byte[] {'P', 'K', 5, 6}, 22);

  final List<Path> classPath = new ArrayList<>();
  final List<String> ran = new ArrayList<>();
  Path folder;
  ClassLoader loader = FakeHost.class.getClassLoader();

  FakeHost(Path folder) {
    this.folder = folder;
  }

  @Override
  public void addToClassPath(List<Path> jars) {
    classPath.addAll(jars);
  }

  @Override
  public List<Path> classPath() {
    return classPath;
  }

  @Override
  public ClassLoader loader() {
    return loader;
  }

  @Override
  public Optional<Object> run(String javaCode, String name, int line) {
    if (javaCode.contains("boom")) {
      throw new IllegalStateException("boom");
    }
    ran.add(name + ":" + line + " " + javaCode);
    return Optional.of("value of " + javaCode);
  }

  @Override
  public Optional<Object> runHere(String lines, int below) throws Exception {
    return run(lines, "cell", 1 + below);
  }

  @Override
  public List<lectern.kernel.cell.Variable> variables() {
    return List.of();
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public MimeBundle inspect(String name) {
    return name.equals("String") ? MimeBundle.text("class String") : MimeBundle.empty();
  }

  @Override
  public List<String> lastTrace() {
    return List.of();
  }

  @Override
  public boolean hasVariable(String name) {
    return name.equals("ready");
  }

  /** Names of the files on the class path, in order. */
  List<String> names() {
    return classPath.stream().map(path -> path.getFileName().toString()).toList();
  }

  /** Runs all magics of a cell as a session would, and gives what they print. */
  String print(Magics magics, String cell) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      for (CellPart part : magics.read(cell)) {
        if (part instanceof MagicCall call) {
          magics.run(call);
        }
      }
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n").strip();
  }

  /** The value of a cell's only magic. */
  static Optional<Object> value(Magics magics, String cell) throws Exception {
    return magics.run((MagicCall) magics.read(cell).get(0));
  }
}
