package lectern.kernel.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.tools.SimpleJavaFileObject;

/** A class file in memory, or source that an annotation processor writes. */
final class ClassFile extends SimpleJavaFileObject {
  private final String name;
  private byte[] bytes;

  ClassFile(String name, byte[] bytes) {
    this(name, bytes, Kind.CLASS);
  }

  ClassFile(String name, byte[] bytes, Kind kind) {
    super(URI.create("cell:/" + name.replace('.', '/').replace("$", "%24") + kind.extension), kind);
    this.name = name;
    this.bytes = bytes;
  }

  String binaryName() {
    return name;
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public InputStream openInputStream() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public OutputStream openOutputStream() {
    return new ByteArrayOutputStream() {
      @Override
      public void close() {
        bytes = toByteArray();
      }
    };
  }
}
