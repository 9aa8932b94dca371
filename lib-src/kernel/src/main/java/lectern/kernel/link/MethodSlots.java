package lectern.kernel.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;

/**
 * One call site for each method of the notebook, by name and descriptor: all its callers share it.
 *
 * <p>A slot lives as long as its method or one of its callers.
 */
final class MethodSlots {
  private static final MethodHandle NOT_READY = constructor();

  private final Map<String, WeakReference<MutableCallSite>> slots = new HashMap<>();
  private final Map<String, MutableCallSite> defined = new HashMap<>();

  /** The call site of a method, which need not exist yet. */
  synchronized MutableCallSite slot(String name, MethodType type) {
    String key = name + type.toMethodDescriptorString();
    WeakReference<MutableCallSite> known = slots.get(key);
    MutableCallSite slot = known == null ? null : known.get();
    if (slot == null) {
      slot = new MutableCallSite(type);
      slot.setTarget(thrower(type, name + " is not defined"));
      slots.put(key, new WeakReference<>(slot));
      slots.values().removeIf(each -> each.get() == null);
    }
    return slot;
  }

  /** From now on calls lead to that method. */
  synchronized void define(String name, MethodHandle method) {
    MutableCallSite slot = slot(name, method.type());
    defined.put(name + method.type().toMethodDescriptorString(), slot);
    slot.setTarget(method.asFixedArity());
    MutableCallSite.syncAll(new MutableCallSite[] {slot});
  }

  /** From now on calls throw. */
  synchronized void undefine(String name, String descriptor) {
    MutableCallSite slot = defined.remove(name + descriptor);
    if (slot != null) {
      slot.setTarget(thrower(slot.type(), name + " has been defined anew with other types"));
    }
  }

  /** How many methods have a call site that something still uses. */
  synchronized int size() {
    slots.values().removeIf(each -> each.get() == null);
    return slots.size();
  }

  private static MethodHandle thrower(MethodType type, String message) {
    MethodHandle exception = NOT_READY.bindTo(message);
    MethodHandle thrown = MethodHandles.throwException(type.returnType(), NotReady.class);
    MethodHandle whole = MethodHandles.foldArguments(thrown, exception);
    return MethodHandles.dropArguments(whole, 0, type.parameterList());
  }

  private static MethodHandle constructor() {
    try {
      MethodType type = MethodType.methodType(void.class, String.class);
      return MethodHandles.lookup().findConstructor(NotReady.class, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("NotReady", e);
    }
  }
}
