package lectern.bench.kernel;

import lectern.display.UserError;

/** The same cells in the languages of the kernels that are compared. */
enum Phrases {
  JAVA {
    @Override
    String print(String expression) {
      return "System.out.println(" + expression + ");";
    }

    @Override
    String times(int count, String body) {
      return "for (int i = 0; i < " + count + "; i++) { " + body + " }";
    }

    @Override
    String variable(String name, int value) {
      return "int " + name + " = " + value + ";";
    }

    @Override
    String endless() {
      return "while (true) { }";
    }

    @Override
    String text(int length) {
      return "\"x\".repeat(" + length + ")";
    }

    @Override
    String later(int millis, String body) {
      return "new Thread(() -> { try { Thread.sleep("
          + millis
          + "); } catch (InterruptedException e) { } "
          + body
          + " }).start();";
    }

    @Override
    String wait(int millis) {
      return "Thread.sleep(" + millis + ");";
    }

    @Override
    String exit() {
      return "System.exit(0);";
    }

    @Override
    String megabyte() {
      return "new byte[1 << 20]";
    }

    @Override
    String fillMemory() {
      return "var kept = new java.util.ArrayList<byte[]>(); while (true) kept.add(new byte[1 <<"
          + " 20]);";
    }

    @Override
    String recursion() {
      return "int deeper(int n) { return deeper(n + 1) + 1; } deeper(0);";
    }

    @Override
    String immortalThread() {
      return "new Thread(() -> { while (true) { try { Thread.sleep(1000); } catch"
          + " (InterruptedException e) { } } }).start();";
    }
  },
  KOTLIN {
    @Override
    String print(String expression) {
      return "println(" + expression + ")";
    }

    @Override
    String times(int count, String body) {
      return "for (i in 0 until " + count + ") { " + body + " }";
    }

    @Override
    String variable(String name, int value) {
      return "val " + name + " = " + value;
    }

    @Override
    String endless() {
      return "while (true) { }";
    }

    @Override
    String text(int length) {
      return "\"x\".repeat(" + length + ")";
    }

    @Override
    String later(int millis, String body) {
      return "kotlin.concurrent.thread { Thread.sleep(" + millis + "); " + body + " }; Unit";
    }

    @Override
    String wait(int millis) {
      return "Thread.sleep(" + millis + ")";
    }

    @Override
    String exit() {
      return "System.exit(0)";
    }

    @Override
    String megabyte() {
      return "ByteArray(1 shl 20)";
    }

    @Override
    String fillMemory() {
      return "val kept = ArrayList<ByteArray>(); while (true) kept.add(ByteArray(1 shl 20))";
    }

    @Override
    String recursion() {
      return "fun deeper(n: Int): Int = deeper(n + 1) + 1\ndeeper(0)";
    }

    @Override
    String immortalThread() {
      return "kotlin.concurrent.thread { while (true) { try { Thread.sleep(1000) } catch (e:"
          + " InterruptedException) { } } }; Unit";
    }
  },
  PYTHON {
    @Override
    String print(String expression) {
      return "print(" + expression + ")";
    }

    @Override
    String times(int count, String body) {
      return "for i in range(" + count + "): " + body;
    }

    @Override
    String variable(String name, int value) {
      return name + " = " + value;
    }

    @Override
    String endless() {
      return "while True: pass";
    }

    @Override
    String text(int length) {
      return "'x' * " + length;
    }

    @Override
    String later(int millis, String body) {
      return "import threading\nthreading.Timer("
          + millis / 1000.0
          + ", lambda: "
          + body
          + ").start()";
    }

    @Override
    String wait(int millis) {
      return "import time; time.sleep(" + millis / 1000.0 + ")";
    }

    @Override
    String exit() {
      return "import os; os._exit(0)";
    }

    @Override
    String megabyte() {
      return "memoryview(bytearray(1 << 20))"; // its own looks are one line
    }

    @Override
    String fillMemory() {
      return "";
    }

    @Override
    String recursion() {
      return "def deeper(n): return deeper(n + 1) + 1\ndeeper(0)";
    }

    @Override
    String immortalThread() {
      return "import threading, time\n"
          + "threading.Thread(target=lambda: [time.sleep(1) for i in range(10 ** 6)]).start()";
    }
  };

  /** The phrases of a kernel spec's language. */
  static Phrases of(String language) {
    for (Phrases each : values()) {
      if (each.name().equalsIgnoreCase(language)) {
        return each;
      }
    }
    throw new UserError("The bench has no cells in " + language + ".");
  }

  abstract String print(String expression);

  /** A loop in one line. */
  abstract String times(int count, String body);

  abstract String variable(String name, int value);

  abstract String endless();

  /** An expression: that many letters x. */
  abstract String text(int length);

  /** Does that on another thread, later. */
  abstract String later(int millis, String body);

  abstract String wait(int millis);

  /** Ends the process where nobody keeps it from that. */
  abstract String exit();

  /** An expression whose value takes a megabyte. */
  abstract String megabyte();

  /**
   * Fills the memory through a variable that stays; "" where the language has no limit of its own.
   */
  abstract String fillMemory();

  abstract String recursion();

  /** Leaves a thread behind that keeps the process alive. */
  abstract String immortalThread();

  /** Declarations, a line each, and their sum's beginning as the value. */
  String lines(int count) {
    StringBuilder cell = new StringBuilder();
    for (int i = 0; i < count; i++) {
      cell.append(variable("v" + i, i)).append('\n');
    }
    return cell.append("v0 + v1").toString();
  }

  /** Two lines that print and a third that cannot be compiled. */
  String wrongThirdLine() {
    return print("1") + "\n" + print("2") + "\n" + "((" + "\n";
  }
}
