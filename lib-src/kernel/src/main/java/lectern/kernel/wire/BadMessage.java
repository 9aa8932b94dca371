package lectern.kernel.wire;

import java.util.Optional;

/** A message that is not one, or that nobody with the key has signed. It is dropped. */
public final class BadMessage extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Message bare;

  BadMessage(String why) {
    this(why, null);
  }

  private BadMessage(String why, Message bare) {
    super(why);
    this.bare = bare;
  }

  /** The same where signature and header are good. */
  BadMessage of(Message bare) {
    return new BadMessage(getMessage(), bare);
  }

  /** The message without what is bad, where its sender is known and can be told. */
  public Optional<Message> bare() {
    return Optional.ofNullable(bare);
  }
}
