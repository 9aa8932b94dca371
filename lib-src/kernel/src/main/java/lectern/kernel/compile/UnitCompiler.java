package lectern.kernel.compile;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.kernel.source.BrokenText;
import lectern.kernel.source.CellText;
import lectern.kernel.source.MappedSource;
import lectern.kernel.source.SplitCell;
import lectern.kernel.source.Unit;

/**
 * Compiles whole cells.
 *
 * <p>A cell with variables is parsed once to read them; then the unit is compiled, and compiled
 * again while an earlier declaration turns out not to compile any more, or an own method refers to
 * what is not defined yet: such a method throws, when it is called, until it is.
 */
public final class UnitCompiler {
  private static final int ROUNDS = 8;
  private static final String NOT_A_STATEMENT = "compiler.err.not.stmt";

  private final CellCompiler compiler;
  private final Workspace workspace;
  private final Importer importer;

  /**
   * A compiler of cells.
   *
   * @param importer finds the classes that a cell uses without having imported them
   */
  public UnitCompiler(CellCompiler compiler, Workspace workspace, Importer importer) {
    this.compiler = compiler;
    this.workspace = workspace;
    this.importer = importer;
  }

  /**
   * Compiles a cell.
   *
   * @throws DoesNotCompile where something is wrong with the cell itself
   */
  public CompiledUnit compile(CellText text) throws DoesNotCompile {
    SplitCell cell = split(text);
    Set<String> added = new LinkedHashSet<>();
    for (int round = 0; ; round++) {
      try {
        Draft draft = new Draft(cell, workspace.nextUnit());
        draft.added.addAll(added);
        return new Attempt(draft).compile();
      } catch (ImportMissing e) {
        added.addAll(e.classes);
      } catch (DoesNotCompile e) {
        SplitCell other = round < ROUNDS ? withoutPlainExpressions(cell, e.problems()) : null;
        if (other == null) {
          throw e;
        }
        cell = other;
      }
    }
  }

  /** Some class must be imported before the cell can be looked at again. */
  private static final class ImportMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Set<String> classes;

    ImportMissing(Set<String> classes) {
      super(null, null, false, false);
      this.classes = classes;
    }
  }

  /** The cell in units; what cannot be read is told as the compiler tells its errors. */
  static SplitCell split(CellText text) throws DoesNotCompile {
    try {
      return SplitCell.of(text);
    } catch (BrokenText e) {
      int at = e.position();
      throw new DoesNotCompile(
          List.of(new Problem(text, at, at + 1, e.getMessage(), "lectern.err.text")));
    }
  }

  /**
   * The cell with expressions read as such where they stand as statements: a last switch without
   * semicolon is the value, others are computed for nothing. Null where that is not the fault.
   */
  private static SplitCell withoutPlainExpressions(SplitCell cell, List<Problem> problems) {
    List<Unit> wrong = new ArrayList<>();
    for (Problem problem : problems) {
      Unit unit = cell.unitAt(problem.start());
      if (unit != null
          && unit.kind() == Unit.Kind.STATEMENT
          && problem.code().equals(NOT_A_STATEMENT)) {
        wrong.add(unit);
      }
    }
    Unit last = cell.units().isEmpty() ? null : cell.units().get(cell.units().size() - 1);
    return wrong.isEmpty()
        ? null
        : cell.withUnits(
            unit ->
                !wrong.contains(unit)
                    ? unit
                    : unit.as(
                        unit == last && !unit.closed() ? Unit.Kind.VALUE : Unit.Kind.UNUSED_VALUE));
  }

  private final class Attempt {
    private final Draft draft;
    private final List<Problem> problems = new ArrayList<>();

    Attempt(Draft draft) {
      this.draft = draft;
    }

    CompiledUnit compile() throws DoesNotCompile {
      if (draft.hasVariables()) {
        readVariables();
      }
      new Dependents(workspace, draft).find();
      for (int round = 0; round < ROUNDS; round++) {
        problems.clear();
        MappedSource source = UnitBuilder.withFields(workspace, draft);
        compiler.takeClasses();
        Headers headers =
            compiler.run(source, draft.main, draft.text(), problems::add, this::generate);
        if (problems.isEmpty()) {
          return finished(source, headers);
        }
        yieldToProblems();
      }
      throw new DoesNotCompile(problems.stream().map(this::clear).toList());
    }

    private Headers generate(JavacTask task) {
      try {
        task.parse();
        var analyzed = task.analyze();
        if (!problems.isEmpty()) {
          return null;
        }
        Headers headers = Headers.of(analyzed, task);
        task.generate();
        return headers;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void readVariables() throws DoesNotCompile {
      boolean done = false;
      List<NewVariable> kept = List.of();
      while (!done) {
        problems.clear();
        MappedSource source = UnitBuilder.withLocals(workspace, draft);
        List<NewVariable> uses = kept;
        done =
            compiler.run(
                source,
                draft.main,
                draft.text(),
                problems::add,
                task -> readVariables(source, task, uses));
        kept = draft.variables.stream().filter(each -> !each.oldUses.isEmpty()).toList();
      }
      if (problems.stream().anyMatch(each -> each.code().equals("lectern.parse"))) {
        throw new DoesNotCompile(
            problems.stream()
                .filter(each -> !each.code().equals("lectern.parse"))
                .map(this::clear)
                .toList());
      }
      for (NewVariable each : draft.variables) {
        for (NewVariable other : draft.variables) {
          if (each != other && each.name.equals(other.name)) {
            throw draft.refuse(
                other.start,
                other.start + 1,
                "variable " + each.name + " is declared twice in this cell");
          }
        }
      }
    }

    /** Errors in types are not looked at here: the real compilation tells them. */
    private boolean readVariables(MappedSource source, JavacTask task, List<NewVariable> uses) {
      try {
        VariablePass pass = new VariablePass(workspace, draft, source, task);
        if (!problems.isEmpty()) {
          problems.add(new Problem(draft.text(), 0, 0, "", "lectern.parse"));
          return true;
        }
        return pass.read(uses);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Gives up what may be given up; throws where the cell itself is wrong. */
    private void yieldToProblems() throws DoesNotCompile {
      Set<String> missing = missingImports();
      if (!missing.isEmpty()) {
        throw new ImportMissing(missing);
      }
      List<Problem> real = new ArrayList<>();
      boolean again = false;
      for (Problem problem : problems) {
        Declaration dependent = dependentAt(problem);
        Unit unit = problem.cell() == draft.text() ? draft.cell.unitAt(problem.start()) : null;
        if (dependent != null) {
          String words = clear(problem).message().strip().replaceAll("\\s+", " ");
          again |= draft.broken.putIfAbsent(dependent, words) == null;
        } else if (unit != null && unit.kind() == Unit.Kind.METHOD && isUndefined(problem, unit)) {
          String name = identifierAt(problem.start());
          String reason =
              "method " + draft.cell.name(unit) + " cannot be used until this is defined: " + name;
          again |= draft.waiting.putIfAbsent(unit, reason) == null;
        } else {
          real.add(clear(problem));
        }
      }
      if (!real.isEmpty() || !again) {
        throw new DoesNotCompile(
            real.isEmpty() ? problems.stream().map(this::clear).toList() : real);
      }
    }

    private Set<String> missingImports() {
      Set<String> missing = new LinkedHashSet<>();
      for (Problem problem : problems) {
        String name = problem.cell() == draft.text() ? identifierAt(problem.start()) : "";
        boolean isClass =
            Importer.isOfClass(name)
                && problem.code().startsWith("compiler.err.cant.resolve")
                && !problem.message().contains("symbol:   method");
        if (isClass) {
          importer.find(name).filter(each -> !draft.added.contains(each)).ifPresent(missing::add);
        }
      }
      return missing;
    }

    private Declaration dependentAt(Problem problem) {
      for (Declaration each : draft.recompiled) {
        if (each.cell().text() == problem.cell()
            && problem.start() >= each.unit().start()
            && problem.start() <= each.unit().end()) {
          return each;
        }
      }
      return null;
    }

    /** Whether a name in the body is unknown that a later cell may define. */
    private boolean isUndefined(Problem problem, Unit method) {
      int body = draft.cell.tokens().at(draft.cell.shapes().methodBody(method.name())).start();
      String before = draft.text().code().substring(0, problem.start()).stripTrailing();
      return problem.code().startsWith("compiler.err.cant.resolve")
          && problem.start() > body
          && !before.endsWith(".");
    }

    private String identifierAt(int start) {
      String code = draft.text().code();
      int end = start;
      while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
        end++;
      }
      return code.substring(start, end);
    }

    /** In words that name the user's code alone. */
    private Problem clear(Problem problem) {
      StringBuilder words = new StringBuilder(problem.message());
      CellNames.versions(problem.message())
          .forEach(
              (name, owners) ->
                  words
                      .append("\n  ")
                      .append(name)
                      .append(" has been defined anew: a value made before that has the earlier ")
                      .append(name)
                      .append(" for its type; make it anew as well"));
      return problem.saying(CellNames.plain(words.toString()).strip());
    }

    private CompiledUnit finished(MappedSource source, Headers headers) {
      Map<String, CellText> texts = new LinkedHashMap<>();
      texts.put(draft.main, draft.text());
      draft.recompiled.forEach(each -> texts.put(draft.owner(each), each.cell().text()));
      draft.added.forEach(each -> draft.notes.add("import " + each + "; was added"));
      draft.waiting.values().forEach(draft.notes::add);
      draft.broken.forEach(
          (each, why) ->
              draft.notes.add(
                  each.name()
                      + " of "
                      + each.cell().text().name()
                      + " no longer compiles: "
                      + why));
      List<MethodHeader> methods = new ArrayList<>();
      draft.methods.keySet().forEach(key -> methods.add(headers.find(draft.main, key)));
      List<MethodHeader> superseded = new ArrayList<>();
      for (String key : draft.methods.keySet()) {
        Declaration old = workspace.method(key);
        if (old != null && old.header() != null) {
          superseded.add(old.header());
        }
      }
      for (Declaration each : draft.recompiled) {
        if (!each.isType()) {
          methods.add(headers.find(draft.owner(each), each.key()));
          if (each.header() != null) {
            superseded.add(each.header());
          }
        }
      }
      List<Unit> values = draft.cell.units(Unit.Kind.VALUE);
      String value =
          values.isEmpty()
              ? ""
              : draft.text().code().substring(values.get(0).start(), values.get(0).end());
      return new CompiledUnit(
          draft.main,
          compiler.takeClasses(),
          source.cellLines(),
          texts,
          methods,
          superseded,
          List.copyOf(draft.notes),
          value,
          List.copyOf(draft.added),
          () -> commit(headers));
    }

    private void commit(Headers headers) {
      for (Declaration each : draft.recompiled) {
        String owner = draft.owner(each);
        String broken = draft.broken.get(each);
        if (!each.isType() || broken == null) {
          each.place(owner, headers.find(owner, each.key()), broken);
        } else {
          each.place(each.owner(), null, broken);
        }
      }
      draft.types.forEach((name, unit) -> declare(unit, name, null));
      draft.methods.forEach((key, unit) -> declare(unit, key, headers.find(draft.main, key)));
      for (NewVariable each : draft.variables) {
        if (each.isNew) {
          String type = headers.fieldTypes.get(each.name);
          workspace.put(new SessionVariable(each.name, draft.main, type, each.constant));
        }
      }
      draft.added.forEach(workspace::addImport);
      draft.imports.forEach(workspace::addImport);
    }

    private void declare(Unit unit, String key, MethodHeader header) {
      Declaration declaration = new Declaration(draft.cell, unit, key);
      declaration.place(draft.main, header, draft.waiting.get(unit));
      workspace.put(declaration);
    }
  }
}
