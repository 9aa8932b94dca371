package lectern.article;

import java.nio.file.Path;
import java.util.List;
import lectern.display.Progress;

/** {@code ./lectern claims}: checks every claim; with {@code --save} writes the ledger's file. */
public final class ClaimsMain {
  private ClaimsMain() {}

  /** Ends with 0, or with 2 for bad arguments. */
  public static void main(String[] arguments) {
    List<String> words = List.of(arguments);
    boolean save = words.equals(List.of("--save"));
    if (!words.isEmpty() && !save) {
      System.err.println("./lectern claims [--save]   not: " + String.join(" ", words));
      System.exit(2);
    }
    ArticleLedger ledger = Articles.ledger(Progress.shown());
    System.out.println(ledger.counts().printAll());
    System.out.println(ledger);
    if (save) {
      String home = System.getenv("LECTERN_HOME");
      Path file = Path.of(home == null ? "." : home, "notebooks", "claims.json");
      ledger.write(file);
      System.out.println("written: " + file);
    }
  }
}
