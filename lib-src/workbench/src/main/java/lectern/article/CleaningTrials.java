package lectern.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lectern.clean.Cleaning;
import lectern.clean.CleaningReport;
import lectern.clean.DoubleFired;
import lectern.clean.ExactDuplicates;
import lectern.clean.IdentityJoin;
import lectern.clean.IdentityKey;
import lectern.clean.IdentityQuality;
import lectern.clean.ImpossibleValues;
import lectern.clean.JoinedIdentities;
import lectern.clean.MissingValues;
import lectern.clean.Outliers;
import lectern.clean.PlatformNames;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.simulate.Dirt;
import lectern.simulate.SimulatedPlatform;
import lectern.simulate.Simulation;
import lectern.simulate.SimulationOptions;

/** A simulated platform whose dirt is known, and what cleaning and joining make of it. */
final class CleaningTrials {
  private CleaningTrials() {}

  private static final class Cleaned {
    static final SimulatedPlatform PLATFORM =
        Simulation.run(SimulationOptions.usual().users(500).weeks(8).dirt(Dirt.usual()), 42);
    static final CleaningReport REPORT =
        Cleaning.of(PLATFORM.log())
            .step(PlatformNames.usual())
            .step(new ExactDuplicates())
            .step(DoubleFired.within(3))
            .step(ImpossibleValues.usual(PLATFORM.weekStart(8)).before(PLATFORM.weekStart(0)))
            .step(MissingValues.drop(MissingValues.Field.TIME))
            .step(MissingValues.drop(MissingValues.Field.PLATFORM))
            .step(
                MissingValues.fillMedian()
                    .of(
                        Events.VIEW,
                        Events.PURCHASE,
                        Events.COMPLETION,
                        Events.RATING,
                        Events.REFUND))
            .step(Outliers.mad(Outliers.Action.CAP).of(Events.VIEW).onLogScale())
            .run();
    static final JoinedIdentities JOINED =
        IdentityJoin.by(
                IdentityKey.phone("phone"),
                IdentityKey.email("email"),
                IdentityKey.device("device"))
            .join(PLATFORM.accounts());
  }

  static SimulatedPlatform platform() {
    return Cleaned.PLATFORM;
  }

  static CleaningReport report() {
    return Cleaned.REPORT;
  }

  static JoinedIdentities joined() {
    return Cleaned.JOINED;
  }

  static IdentityQuality quality() {
    return IdentityQuality.of(joined(), platform().accountOwners(), "user");
  }

  /** Of the rows with this kind of dirt, the share that cleaning dropped, mended or flagged. */
  static double found(String kind) {
    Set<Integer> kept = Arrays.stream(report().originalRows()).boxed().collect(Collectors.toSet());
    Set<Integer> touched = new TreeSet<>();
    report().mended().intColumn("row").forEach(touched::add);
    int[] rows = platform().dirtLog().rows(kind);
    long found = Arrays.stream(rows).filter(r -> !kept.contains(r) || touched.contains(r)).count();
    return found / (double) rows.length;
  }

  /** Of the rows without dirt, the share that cleaning dropped. */
  static double falselyDropped() {
    Set<Integer> dirty =
        platform().dirtLog().entries().stream()
            .map(entry -> entry.row())
            .collect(Collectors.toSet());
    boolean[] kept = new boolean[platform().log().size()];
    Arrays.stream(report().originalRows()).forEach(row -> kept[row] = true);
    int clean = 0;
    int dropped = 0;
    for (int row = 0; row < kept.length; row++) {
      if (!dirty.contains(row)) {
        clean++;
        dropped += kept[row] ? 0 : 1;
      }
    }
    return dropped / (double) clean;
  }

  /** The mean distance of each user's minutes of viewing from the true minutes. */
  static double minutesOff(EventLog log) {
    double[] truth = minutes(platform().cleanLog());
    double[] seen = minutes(log);
    double sum = 0;
    for (int u = 0; u < truth.length; u++) {
      sum += Math.abs(seen[u] - truth[u]);
    }
    return sum / truth.length;
  }

  private static double[] minutes(EventLog log) {
    double[] minutes = new double[platform().cleanLog().users().size()];
    for (int row = 0; row < log.size(); row++) {
      if (log.is(row, Events.VIEW) && !Double.isNaN(log.value(row))) {
        minutes[platform().cleanLog().users().number(log.userId(row))] += log.value(row);
      }
    }
    return minutes;
  }

  /** "minutes of viewing a user are off by 12.3 before, 2.1 after cleaning". */
  static String minutesInWords() {
    return String.format(
        Locale.ROOT,
        "each user's minutes of viewing are off by %.1f on average before, %.1f after",
        minutesOff(platform().log()),
        minutesOff(report().log()));
  }
}
