package lectern.kernel.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A class file in memory. */
final class ClassFile extends SimpleJavaFileObject {
  private final String name;
  private byte[] bytes;

  ClassFile(String name, byte[] bytes) {
    super(URI.create("cell:/" + name.replace('.', '/').replace("$", "%24") + ".class"), Kind.CLASS);
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
