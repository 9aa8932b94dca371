package lectern.kernel.link;

import lectern.kernel.compile.CellNames;
import lectern.kernel.stop.StopChecks;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Prepares a class file for loading: source and lines are those of the cell, calls of the
 * notebook's methods go through slots, and what is not private is public, because each cell has a
 * loader, and so a package, of its own. What is prepared can be stopped: see {@link StopChecks}.
 */
final class ClassPass extends ClassVisitor {
  private static final Handle SLOT =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          "lectern/kernel/link/CellRuntime",
          "slot",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
              + "Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;",
          false);

  private final String source;
  private final int[] lines;
  private String className;

  private ClassPass(ClassVisitor next, String source, int[] lines) {
    super(Opcodes.ASM9, next);
    this.source = source;
    this.lines = lines;
  }

  /**
   * The prepared class file.
   *
   * @param source what stands for the file's name, such as {@code cell 3}
   * @param lines for each line of the generated source the line of the cell
   */
  static byte[] prepare(byte[] classFile, String source, int[] lines) {
    return StopChecks.into(classFile, next -> new ClassPass(next, source, lines));
  }

  private static int widened(int access) {
    boolean isPrivate = (access & Opcodes.ACC_PRIVATE) != 0;
    return isPrivate ? access : access & ~Opcodes.ACC_PROTECTED | Opcodes.ACC_PUBLIC;
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String parent, String[] interfaces) {
    className = name;
    super.visit(version, access | Opcodes.ACC_PUBLIC, name, signature, parent, interfaces);
  }

  @Override
  public void visitSource(String file, String debug) {
    super.visitSource(source, null);
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    return super.visitField(widened(access), name, descriptor, signature, value);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    int wide = name.equals("<clinit>") ? access : widened(access);
    MethodVisitor next = super.visitMethod(wide, name, descriptor, signature, exceptions);
    return new MethodPass(next, name + descriptor);
  }

  private final class MethodPass extends MethodVisitor {
    private final String method;

    MethodPass(MethodVisitor next, String method) {
      super(Opcodes.ASM9, next);
      this.method = method;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      boolean calledItself = owner.equals(className) && method.equals(name + descriptor);
      if (opcode == Opcodes.INVOKESTATIC && isOfNotebook(owner, name) && !calledItself) {
        super.visitInvokeDynamicInsn(name, descriptor, SLOT);
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }

    private boolean isOfNotebook(String owner, String name) {
      return CellNames.isUnit(owner)
          && !name.startsWith("$")
          && !name.startsWith("lambda$")
          && !name.startsWith("access$");
    }

    @Override
    public void visitLineNumber(int line, Label start) {
      super.visitLineNumber(line < lines.length ? lines[line] : line, start);
    }
  }
}
