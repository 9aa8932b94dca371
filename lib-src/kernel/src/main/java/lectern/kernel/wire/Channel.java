package lectern.kernel.wire;

/** The ways by which messages travel between a front end and a kernel. */
public enum Channel {
  /** Requests that wait for their turn. */
  SHELL,
  /** Requests that are answered while a cell runs. */
  CONTROL,
  /** The kernel asks the user. */
  STDIN,
  /** What the kernel tells every front end. */
  IOPUB
}
