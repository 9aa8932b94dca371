package lectern.kernel.session;

/**
 * The threads of a shell besides the first: its cells' own, and those that its code starts. A
 * thread that is to be stopped is found by it.
 */
final class CellGroup extends ThreadGroup {
  CellGroup(String name) {
    super(name);
  }

  /** The one that a group is or stands in; null for the first shell's, which has none. */
  static CellGroup of(ThreadGroup group) {
    ThreadGroup each = group;
    while (each != null && !(each instanceof CellGroup)) {
      each = each.getParent();
    }
    return (CellGroup) each;
  }
}
