package lectern.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import lectern.kernel.stop.StopChecks;

/**
 * What the checks cost by which the kernel stops a cell: the same class with them beside itself
 * without, in one process, in turns.
 *
 * <p>Timed is the thread's own processor time, which other programs on the machine disturb less
 * than the time by the clock on the wall.
 */
final class StopBench implements Bench {
  private static final List<String> LOOPS =
      List.of("dot", "axpy", "primes", "product", "recursion", "random");
  private static final double LIMIT = 1.05;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Override
  public String name() {
    return "stop";
  }

  @Override
  public String about() {
    return "loops with the kernel's stop checks beside the same loops without";
  }

  @Override
  public boolean run(Settings settings) throws IOException {
    boolean held = true;
    settings.out().println("machine: " + Machine.line());
    for (String loop : LOOPS) {
      Peer with = new Loop("with checks", loaded(loop, StopChecks::into));
      Peer without = new Loop("without", loaded(loop, UnaryOperator.identity()));
      Comparison found = Turns.take(with, without, settings.runs());
      settings.out().println("stop " + loop + ": ours with checks, peer without");
      settings.out().println(found.text(LIMIT, 0));
      held &= found.holds(LIMIT, 0);
    }
    return held;
  }

  /** The loop in a class of its own, so that neither side's profile is in the other's way. */
  private static DoubleSupplier loaded(String loop, UnaryOperator<byte[]> change)
      throws IOException {
    byte[] bytes = change.apply(classFile());
    ClassLoader loader =
        new ClassLoader(StopBench.class.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(HotLoops.class.getName())
                ? defineClass(name, bytes, 0, bytes.length)
                : super.loadClass(name, resolve);
          }
        };
    try {
      Constructor<?> maker =
          loader.loadClass(HotLoops.class.getName()).getDeclaredConstructor(String.class);
      maker.setAccessible(true);
      return (DoubleSupplier) maker.newInstance(loop);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] classFile() throws IOException {
    try (InputStream in = HotLoops.class.getResourceAsStream("HotLoops.class")) {
      return Objects.requireNonNull(in, "HotLoops.class").readAllBytes();
    }
  }

  /** The loss is what the loop computes: both sides must agree to the last bit. */
  private record Loop(String about, DoubleSupplier loop) implements Peer {
    @Override
    public Run run() {
      long begin = THREADS.getCurrentThreadCpuTime();
      double computed = loop.getAsDouble();
      double seconds = (THREADS.getCurrentThreadCpuTime() - begin) / 1e9;
      return new Run(seconds, seconds, computed);
    }

    @Override
    public void close() {}
  }
}
