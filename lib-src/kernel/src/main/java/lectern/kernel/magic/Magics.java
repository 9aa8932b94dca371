package lectern.kernel.magic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import lectern.display.Magic;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.kernel.source.Nearest;

/**
 * All magics that a session knows: the kernel's own and those that {@link ServiceLoader} finds on
 * the session's class path, also when a cell put them there.
 *
 * <pre>{@code
 * for (CellPart part : magics.read(cell)) {
 *   if (part instanceof CellPart.Code code) {
 *     evaluate(code.text(), code.line());
 *   } else if (part instanceof MagicCall call) {
 *     magics.run(call).ifPresent(this::show);
 *   }
 * }
 * }</pre>
 *
 * <p>Safe for use by the cells of several shells at once.
 */
public final class Magics {
  private record Key(String name, boolean ofCell) {}

  private final MagicHost host;
  private final Map<Key, Magic> builtIn = new LinkedHashMap<>();

  /** With the kernel's own magics, acting on that session. */
  public Magics(MagicHost host) {
    this.host = Objects.requireNonNull(host, "host");
    List<Magic> own = new ArrayList<>();
    own.addAll(new MavenMagics(host).magics());
    own.addAll(new ClassPathMagics(host).magics());
    own.addAll(new LoadMagic(host, this).magics());
    own.addAll(new WriteFileMagic(host).magics());
    own.addAll(RichText.magics());
    own.addAll(new TimeMagics(host).magics());
    own.add(MemoryMagic.magic());
    own.addAll(new VariableMagics(host).magics());
    own.add(
        BuiltIn.line(
            "trace",
            "%trace — the last error with its whole stack trace, frames of libraries among them",
            (arguments, body) -> Optional.of(trace())));
    own.addAll(new ShellMagics(host, System.getenv()).magics());
    own.add(
        BuiltIn.line(
            "lsmagic",
            "%lsmagic — lists all magics; %name? is the help of one",
            (arguments, body) -> Optional.of(table())));
    own.add(
        BuiltIn.line(
            "help",
            "%help [NAME] — all magics, or the help of one, or what Java says of a name; ?NAME is"
                + " the same",
            (arguments, body) -> Optional.of(help(arguments))));
    own.forEach(magic -> builtIn.put(key(magic), magic));
  }

  /**
   * Whether a cell needs {@link #read} at all: false where no line looks like a call, so that an
   * ordinary cell costs nothing.
   */
  public static boolean mayBeIn(String cell) {
    return CellReader.mayHaveCalls(cell);
  }

  /**
   * Divides a cell into Java and magics; how is told in this package's description.
   *
   * @return the pieces in the order in which they run, each with its line; blank ones left out
   * @throws UserError where a magic stands inside brackets, or {@code %%} below the first line
   */
  public List<CellPart> read(String cell) {
    return CellReader.read(cell, name -> find(new Key(name, false)).isPresent(), host::hasVariable);
  }

  /**
   * Runs a magic.
   *
   * @return a value to show, wherever in its cell the magic stands
   * @throws UserError where there is no such magic; the nearest is named
   * @throws Exception what the magic throws
   */
  public Optional<Object> run(MagicCall call) throws Exception {
    return value(call).filter(value -> !(value instanceof Silent));
  }

  /** Runs a magic for code that wants its value: {@code %jars} gives the files that it found. */
  Optional<Object> valueForCode(MagicCall call) throws Exception {
    return value(call).map(value -> value instanceof Silent silent ? silent.value() : value);
  }

  private Optional<Object> value(MagicCall call) throws Exception {
    if (call.askedForHelp()) {
      return Optional.of(help(call));
    }
    Magic magic =
        find(new Key(call.name(), call.ofCell())).orElseThrow(() -> new UserError(unknown(call)));
    return magic.run(call.arguments(), call.body());
  }

  /** All magics: the kernel's own in their order, then the others by name. */
  public List<Magic> all() {
    List<Magic> all = new ArrayList<>(builtIn.values());
    all.addAll(services());
    return List.copyOf(all);
  }

  private MimeBundle trace() {
    List<String> lines = host.lastTrace();
    return MimeBundle.text(lines.isEmpty() ? "no error yet" : String.join("\n", lines));
  }

  private MagicTable table() {
    return new MagicTable(all().stream().map(Magics::row).toList(), "");
  }

  /** The help of one magic: what it does, and where it has them, its options and examples. */
  private MagicTable help(MagicCall call) {
    return helpOf(call.name()).orElseThrow(() -> new UserError(unknown(call)));
  }

  private Optional<MagicTable> helpOf(String name) {
    List<Magic> found = all().stream().filter(magic -> magic.name().equals(name)).toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MagicTable(found.stream().map(Magics::row).toList(), found.get(0).details()));
  }

  private Object help(String what) {
    if (what.isEmpty()) {
      return table();
    }
    boolean isMagic = what.startsWith("%");
    String name = what.replaceFirst("^%+", "");
    Optional<MagicTable> magic = helpOf(name);
    if (isMagic || magic.isPresent()) {
      return magic.orElseThrow(
          () -> new UserError(unknown(new MagicCall(name, "", "", false, true, 1))));
    }
    MimeBundle java = host.inspect(what);
    if (java.data().isEmpty()) {
      throw new UserError(
          "Nothing is known of "
              + what
              + ". %help lists the magics; Java's names are written as in"
              + " code, such as ?String.format");
    }
    return java;
  }

  /** Help that is written "%name ARGUMENTS — what it does" is divided at the dash. */
  private static MagicTable.Row row(Magic magic) {
    String[] parts = magic.help().split("\\s+—\\s+", 2);
    return parts.length == 2 && parts[0].startsWith("%")
        ? new MagicTable.Row(parts[0], parts[1])
        : new MagicTable.Row(written(magic), magic.help());
  }

  private static String written(Magic magic) {
    return (magic.takesBody() ? "%%" : "%") + magic.name();
  }

  private String unknown(MagicCall call) {
    Optional<Magic> twin = find(new Key(call.name(), !call.ofCell()));
    if (twin.isPresent() && !call.askedForHelp()) {
      return call.ofCell()
          ? call.written() + " takes no lines below it: write %" + call.name() + " with one %."
          : call.written()
              + " takes the whole cell: write %%"
              + call.name()
              + " on its first line.";
    }
    List<String> names = all().stream().map(Magic::name).distinct().toList();
    String near =
        Nearest.of(call.name(), names)
            .map(name -> "Did you mean " + (isOfCellOnly(name) ? "%%" : "%") + name + "? ")
            .orElse("");
    return "There is no magic " + call.written() + ". " + near + "%lsmagic lists all.";
  }

  private boolean isOfCellOnly(String name) {
    return find(new Key(name, false)).isEmpty();
  }

  private Optional<Magic> find(Key key) {
    Magic own = builtIn.get(key);
    return own != null
        ? Optional.of(own)
        : services().stream().filter(magic -> key(magic).equals(key)).findFirst();
  }

  /** Looked up anew each time: a cell may have added some, and few cells ask. */
  private List<Magic> services() {
    List<Magic> found = new ArrayList<>();
    ServiceLoader.load(Magic.class, host.loader()).forEach(found::add);
    found.removeIf(magic -> builtIn.containsKey(key(magic)));
    found.sort(Comparator.comparing(Magic::name).thenComparing(Magic::takesBody));
    return found;
  }

  private static Key key(Magic magic) {
    return new Key(magic.name(), magic.takesBody());
  }
}
