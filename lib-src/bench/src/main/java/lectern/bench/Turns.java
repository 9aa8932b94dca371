package lectern.bench;

import java.io.IOException;

/**
 * Lets two sides take turns, so that a machine that others use too is as busy for one as for the
 * other: first runs that are thrown away (imports, just-in-time compilation), then pairs.
 */
final class Turns {
  /** Runs of each side before those that count. */
  static final int WARM_UP = 5;

  private Turns() {}

  static Comparison take(Peer ours, Peer peer, int pairs) throws IOException {
    for (int i = 0; i < WARM_UP; i++) {
      ours.run();
      peer.run();
    }
    Peer.Run[] mine = new Peer.Run[pairs];
    Peer.Run[] theirs = new Peer.Run[pairs];
    for (int i = 0; i < pairs; i++) {
      if (i % 2 == 0) {
        mine[i] = ours.run();
        theirs[i] = peer.run();
      } else {
        theirs[i] = peer.run();
        mine[i] = ours.run();
      }
    }
    return Comparison.of(mine, theirs);
  }
}
