package lectern.sql;

import java.util.Optional;
import lectern.display.Magic;

/** {@code %sql}: SQL on one line. */
public final class SqlLineMagic implements Magic {
  @Override
  public String name() {
    return "sql";
  }

  @Override
  public String help() {
    return "%sql [--out NAME] SELECT … — runs SQL over the tables that variables hold";
  }

  @Override
  public String details() {
    return SqlCommand.DETAILS;
  }

  @Override
  public boolean takesBody() {
    return false;
  }

  @Override
  public Optional<Object> run(String arguments, String body) throws Exception {
    return SqlCommand.of(arguments).run();
  }
}
