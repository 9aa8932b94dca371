package lectern.needs;

import lectern.data.EventLog;
import lectern.data.IdIndex;

/** What is to be predicted of each user: yes or no, told by what happens after a cut-off. */
public interface NeedsLabel {
  /** What a yes means, in words. */
  String name();

  /** How many days after the cut-off are looked at. */
  int days();

  /** The answers for these users, from the events of the days after the cut-off. */
  boolean[] of(EventLog log, IdIndex users, long asOf);
}
