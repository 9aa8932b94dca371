package lectern.kernel.cell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cells that are run one after the other, each with what it must come to. */
record Session(String name, List<Step> steps) {
  /** A cell and what it must come to, in the words of sessions.txt. */
  record Step(String code, String expected) {}

  /** The sessions of a resource beside this class. */
  static List<Session> read(String resource) {
    try (InputStream in = Session.class.getResourceAsStream(resource)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Session> parse(String text) {
    List<Session> sessions = new ArrayList<>();
    StringBuilder code = null;
    for (String line : text.split("\n")) {
      if (line.startsWith("== ")) {
        sessions.add(new Session(line.substring(3), new ArrayList<>()));
      } else if (line.equals("-- cell")) {
        code = new StringBuilder();
      } else if (line.startsWith("=> ") && code != null) {
        String cell = code.toString().replace("<CR>", "\r").replaceAll("\n$", "");
        sessions.get(sessions.size() - 1).steps.add(new Step(cell, line.substring(3)));
        code = null;
      } else if (code != null) {
        code.append(line).append('\n');
      }
    }
    return sessions;
  }
}
