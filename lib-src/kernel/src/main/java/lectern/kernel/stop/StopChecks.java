package lectern.kernel.stop;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes a class one that can be stopped: a check at the entry of each method and before each
 * backward jump, and the process not ended by {@link System#exit}.
 *
 * <p>Code can run without end only by going back or by calling, so each endless run meets checks.
 * None stands at the entry of a class's initializer: a class that was stopped there can never be
 * used again, and what runs once runs on to its loops and calls. The stack map frames stay true,
 * because a check takes nothing from the stack and leaves nothing there: no frame is computed and
 * no class is looked up. Each check is five bytes; see {@link #into(byte[])} for methods that they
 * make too large.
 */
public final class StopChecks extends ClassVisitor {
  private final Set<String> without;

  /** Hands the class on to {@code next} with checks in all its methods. */
  public StopChecks(ClassVisitor next) {
    this(next, Set.of());
  }

  /**
   * Hands the class on to {@code next}.
   *
   * @param without methods, as name and descriptor, that have no room for checks
   */
  public StopChecks(ClassVisitor next, Set<String> without) {
    super(Opcodes.ASM9, next);
    this.without = Set.copyOf(without);
  }

  /** A class file with checks; a method that they would make larger than Java allows has none. */
  public static byte[] into(byte[] classFile) {
    return into(classFile, UnaryOperator.identity());
  }

  /**
   * The same after another pass over the class.
   *
   * @param first makes the visitor of that pass, which hands the class on to the one given
   */
  public static byte[] into(byte[] classFile, UnaryOperator<ClassVisitor> first) {
    Set<String> without = new java.util.HashSet<>();
    while (true) {
      ClassReader reader = new ClassReader(classFile);
      ClassWriter writer = new ClassWriter(reader, 0);
      reader.accept(first.apply(new StopChecks(writer, without)), 0);
      try {
        return writer.toByteArray();
      } catch (MethodTooLargeException e) {
        if (!without.add(e.getMethodName() + e.getDescriptor())) {
          throw e;
        }
      }
    }
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    boolean checked = !without.contains(name + descriptor);
    return next == null ? null : new CheckedMethod(next, checked, !name.equals("<clinit>"));
  }
}
