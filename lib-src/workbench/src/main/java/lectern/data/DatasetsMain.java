package lectern.data;

import java.io.PrintStream;
import java.nio.file.Path;
import lectern.display.Progress;
import lectern.display.UserError;

/** Public data sets from the command line: {@code list}, {@code fetch NAME}, {@code where}. */
public final class DatasetsMain {
  private DatasetsMain() {}

  public static void main(String[] args) {
    System.exit(
        run(args, Fetch.ofThisMachine(), DataFolder.ofThisMachine(), System.out, System.err));
  }

  /** 0 when done, 1 when it could not be done, 2 when it was asked wrongly. */
  static int run(String[] args, Fetch fetch, Path folder, PrintStream out, PrintStream err) {
    String verb = args.length == 0 ? "list" : args[0];
    try {
      if (verb.equals("list") && args.length <= 1) {
        Catalogue.read().forEach(entry -> print(entry, fetch, out));
        return 0;
      }
      if (verb.equals("where") && args.length == 1) {
        out.println(folder);
        return 0;
      }
      if (verb.equals("fetch") && args.length == 2) {
        Catalogue.Entry entry = Catalogue.entry(args[1]);
        Fetch.Fetched fetched = fetch.get(entry, Progress.shown());
        out.println(entry.name() + (fetched.wasThere() ? " was there: " : ": ") + fetched.file());
        out.println("Licence: " + entry.licence() + " " + entry.licenceAddress());
        out.println("Cite: " + entry.citation());
        return 0;
      }
    } catch (UserError e) {
      err.println(e.getMessage());
      return 1;
    }
    err.println("usage: data [list | fetch NAME | where]");
    return 2;
  }

  private static void print(Catalogue.Entry entry, Fetch fetch, PrintStream out) {
    out.println(entry.name() + (fetch.cached(entry) == null ? "  (not fetched)" : "  (here)"));
    out.println("  " + entry.title());
    out.println("  " + entry.licence());
  }
}
