package lectern.kernel.stop;

import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/**
 * What the user's code calls in the place of {@code System.exit}, {@code Runtime.exit} and {@code
 * Runtime.halt}. Calls by reflection and by the code of libraries stay as they are.
 */
public final class ExitCalls {
  private static final String RUNTIME = "java/lang/Runtime";

  /** Owner and name of what is replaced: the descriptor of what stands in its place. */
  private static final Map<String, String> REPLACED =
      Map.of(
          "java/lang/System.exit",
          "(I)V",
          RUNTIME + ".exit",
          "(Ljava/lang/Runtime;I)V",
          RUNTIME + ".halt",
          "(Ljava/lang/Runtime;I)V");

  private ExitCalls() {}

  /** In the place of {@link System#exit}. */
  public static void exit(int status) {
    throw new ExitCalled("System.exit", status);
  }

  /** In the place of {@link Runtime#exit}. */
  public static void exit(Runtime runtime, int status) {
    throw new ExitCalled("Runtime.exit", status);
  }

  /** In the place of {@link Runtime#halt}. */
  public static void halt(Runtime runtime, int status) {
    throw new ExitCalled("Runtime.halt", status);
  }

  /** The static method in the place of that one, or null where it may be called as it is. */
  static Handle inPlaceOf(String owner, String name, String descriptor) {
    String replacement = descriptor.equals("(I)V") ? REPLACED.get(owner + "." + name) : null;
    return replacement == null
        ? null
        : new Handle(
            Opcodes.H_INVOKESTATIC, "lectern/kernel/stop/ExitCalls", name, replacement, false);
  }

  /** The same for an argument of {@code invokedynamic}: method references hold such handles. */
  static Object inPlaceOf(Object argument) {
    if (argument instanceof Handle handle) {
      Handle replacement = inPlaceOf(handle.getOwner(), handle.getName(), handle.getDesc());
      return replacement == null ? argument : replacement;
    }
    return argument;
  }
}
