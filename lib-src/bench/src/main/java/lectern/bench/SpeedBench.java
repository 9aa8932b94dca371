package lectern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Our time beside a peer's.
 *
 * <p>The peer is the file {@code src/main/python/NAME.py}, which defines {@code load(folder, work)}
 * and calls {@code serve(load)}; see {@code peer.py} there.
 */
public interface SpeedBench extends Bench {
  /** The works, printed one after another. */
  List<Work> works();

  /** Which program we are beside: "scikit-learn". */
  String peerName();

  /** The class of the JMH benchmark of the same work, if there is one. */
  Optional<Class<?>> jmh();

  /** The bar: the upper limit of the ratio of medians, ours by the peer's; 1.1 if unsaid. */
  default double limit() {
    return 1.1;
  }

  /** The bar of one work; that of the bench if unsaid. */
  default double limit(Work work) {
    return limit();
  }

  /** The folder of the peer's Python in .lectern; the one that most share if unsaid. */
  default String environment() {
    return "bench-python";
  }

  /** How much larger our loss may be, as a share of the peer's; 1e-9 if unsaid. */
  default double lossTolerance() {
    return 1e-9;
  }

  /** The work of this name. */
  default Work work(String name) {
    return works().stream().filter(work -> work.name().equals(name)).findFirst().orElseThrow();
  }

  @Override
  default boolean run(Settings settings) throws IOException {
    boolean held = true;
    for (Work work : works()) {
      held &= compare(work, settings);
    }
    if (settings.jmh() && jmh().isPresent()) {
      settings.out().println(JmhFigure.of(jmh().get()));
    }
    return held;
  }

  private boolean compare(Work work, Settings settings) throws IOException {
    Path folder = Files.createTempDirectory("lectern-bench");
    try {
      work.write(folder);
      try (Peer ours = ProcessPeer.ours(this, work, folder);
          Peer peer = ProcessPeer.python(this, work, folder, settings)) {
        settings.out().println(name() + " " + work.name() + ": " + work.protocol());
        settings.out().println("machine: " + Machine.line());
        settings.out().println("  ours: " + ours.about() + "; beside it: " + peer.about());
        Comparison found = Turns.take(ours, peer, settings.runs());
        settings.out().println(found.text(limit(work), lossTolerance()));
        return found.holds(limit(work), lossTolerance());
      }
    } finally {
      Folders.delete(folder);
    }
  }
}
