package lectern.kernel.compile;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A generated compilation unit as the compiler reads it. */
final class SourceFile extends SimpleJavaFileObject {
  private final String text;

  SourceFile(String className, String text) {
    super(URI.create("cell:/" + className + ".java"), Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
