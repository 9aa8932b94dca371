package lectern.sql;

import java.util.Optional;
import lectern.display.Magic;

/** {@code %%sql}: SQL over the lines below it. */
public final class SqlCellMagic implements Magic {
  @Override
  public String name() {
    return "sql";
  }

  @Override
  public String help() {
    return "%%sql [--out NAME] — runs the SQL below it over the tables that variables hold";
  }

  @Override
  public String details() {
    return SqlCommand.DETAILS;
  }

  @Override
  public boolean takesBody() {
    return true;
  }

  @Override
  public Optional<Object> run(String arguments, String body) throws Exception {
    return SqlCommand.of(arguments + "\n" + body).run();
  }
}
