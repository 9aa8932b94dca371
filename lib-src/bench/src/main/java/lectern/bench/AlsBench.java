package lectern.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lectern.data.Interactions;
import lectern.data.InteractionsBuilder;
import lectern.recommend.ImplicitAls;
import lectern.recommend.ImplicitAls.Solver;

/** Implicit ALS beside the package implicit: whole fits from the same random start. */
final class AlsBench implements SpeedBench {
  private static final TakenItems TAKEN = new TakenItems(6_040, 3_706, 1_000_000);
  private static final ImplicitAls.Options OPTIONS =
      new ImplicitAls.Options(64).alpha(20).regularisation(0.01);

  @Override
  public String name() {
    return "als";
  }

  @Override
  public String about() {
    return "implicit ALS, by conjugate gradient and exact, float32, beside implicit";
  }

  @Override
  public String peerName() {
    return "implicit";
  }

  @Override
  public Optional<Class<?>> jmh() {
    return Optional.empty();
  }

  /** Both round to 7 digits after every operation, in another order. */
  @Override
  public double lossTolerance() {
    return 1e-4;
  }

  @Override
  public List<Work> works() {
    return List.of(
        new Fits(TAKEN, OPTIONS.solver(Solver.CONJUGATE_GRADIENT).iterations(15)),
        new Fits(TAKEN, OPTIONS.solver(Solver.EXACT).iterations(5)));
  }

  /** Fits with one solver. */
  record Fits(TakenItems taken, ImplicitAls.Options options) implements Work {
    @Override
    public String name() {
      return options.solver() == Solver.EXACT ? "exact" : "conjugate-gradient";
    }

    @Override
    public String protocol() {
      return taken.users()
          + " users x "
          + taken.items()
          + " items, about "
          + taken.wanted()
          + " interactions of value 1, "
          + options.factors()
          + " factors, confidence 1 + "
          + options.alpha()
          + ", lambda "
          + options.regularisation()
          + ", float32, "
          + options.iterations()
          + " iterations from the same random start"
          + (options.solver() == Solver.EXACT ? "" : ", " + options.steps() + " steps each")
          + "; timed: one fit from the interactions in memory to both factor matrices; loss: the"
          + " objective over all pairs, in float64";
    }

    @Override
    public void write(Path folder) throws IOException {
      Interactions data = taken.interactions();
      int[] start = new int[data.userCount() + 1];
      int[] item = new int[data.size()];
      for (int user = 0; user < data.userCount(); user++) {
        start[user + 1] = data.start(user + 1);
      }
      for (int cell = 0; cell < item.length; cell++) {
        item[cell] = data.item(cell);
      }
      int[] shape = {data.userCount(), data.itemCount(), options.factors(), options.iterations()};
      Folders.write(folder.resolve("shape.i4"), shape);
      Folders.write(folder.resolve("start.i4"), start);
      Folders.write(folder.resolve("item.i4"), item);
      Folders.write(
          folder.resolve("settings.f8"),
          new double[] {options.alpha(), options.regularisation(), options.steps()});
      for (ImplicitAls.Side side : ImplicitAls.Side.values()) {
        int rows = side == ImplicitAls.Side.USERS ? data.userCount() : data.itemCount();
        Folders.write(
            folder.resolve(side.name().toLowerCase(Locale.ROOT) + ".f8"),
            ImplicitAls.start(side, rows, options.factors(), 1).array());
      }
    }

    @Override
    public Attempt ours(Path folder) throws IOException {
      int[] shape = Folders.ints(folder.resolve("shape.i4"));
      int[] start = Folders.ints(folder.resolve("start.i4"));
      int[] item = Folders.ints(folder.resolve("item.i4"));
      InteractionsBuilder rows = Interactions.builder();
      for (int i = 0; i < shape[1]; i++) {
        rows.item(Integer.toString(i));
      }
      for (int user = 0; user < shape[0]; user++) {
        for (int i : Arrays.copyOfRange(item, start[user], start[user + 1])) {
          rows.add(user, i, 1);
        }
      }
      return new Fit(rows.build(), options);
    }
  }

  private static final class Fit implements Work.Attempt {
    private final Interactions data;
    private final ImplicitAls.Options options;
    private ImplicitAls model;

    Fit(Interactions data, ImplicitAls.Options options) {
      this.data = data;
      this.options = options;
    }

    @Override
    public void run() {
      model = ImplicitAls.fit(data, options, 1);
    }

    @Override
    public double loss() {
      return model.loss();
    }
  }
}
