package lectern.kernel.stop;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Puts checks into one method, and leads its exits elsewhere. */
final class CheckedMethod extends MethodVisitor {
  private static final Handle LINK =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          "lectern/kernel/stop/StopSwitch",
          "link",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
              + "Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;",
          false);

  private final boolean checked;
  private final boolean checkedAtEntry;
  private final Set<Label> passed = new HashSet<>();
  private final Label entry = new Label();
  private boolean entryHasLine;

  /**
   * A method.
   *
   * @param checked false where only its exits are replaced
   * @param atEntry whether a check stands at its entry too
   */
  CheckedMethod(MethodVisitor next, boolean checked, boolean atEntry) {
    super(Opcodes.ASM9, next);
    this.checked = checked;
    this.checkedAtEntry = atEntry;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    super.visitLabel(entry);
    if (checkedAtEntry) {
      check();
    }
  }

  /** The check at the entry stands on the method's first line. */
  @Override
  public void visitLineNumber(int line, Label start) {
    if (!entryHasLine) {
      entryHasLine = true;
      super.visitLineNumber(line, entry);
    }
    super.visitLineNumber(line, start);
  }

  @Override
  public void visitLabel(Label label) {
    passed.add(label);
    super.visitLabel(label);
  }

  @Override
  public void visitJumpInsn(int opcode, Label target) {
    checkWhenBackward(target);
    super.visitJumpInsn(opcode, target);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... targets) {
    checkWhenBackward(otherwise, targets);
    super.visitTableSwitchInsn(min, max, otherwise, targets);
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] targets) {
    checkWhenBackward(otherwise, targets);
    super.visitLookupSwitchInsn(otherwise, keys, targets);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    Handle exit = ExitCalls.inPlaceOf(owner, name, descriptor);
    if (exit == null) {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    } else {
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, exit.getOwner(), exit.getName(), exit.getDesc(), false);
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    Object[] led = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      led[i] = ExitCalls.inPlaceOf(arguments[i]);
    }
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, led);
  }

  /** Before the jump: whatever it compares lies on the stack and stays there. */
  private void checkWhenBackward(Label first, Label... others) {
    boolean backward = passed.contains(first);
    for (Label other : others) {
      backward |= passed.contains(other);
    }
    if (backward) {
      check();
    }
  }

  private void check() {
    if (checked) {
      super.visitInvokeDynamicInsn("check", "()V", LINK);
    }
  }
}
