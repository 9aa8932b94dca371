package lectern.kernel.compile;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern NO_PACKAGE = Pattern.compile("package (\\w+) does not exist");
  private static final String NOT_A_STATEMENT = "compiler.err.not.stmt";

  private static final String NO_TYPE_FOR_VAR = "compiler.err.cant.infer.local.var.type";

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
          && problem.code().equals(NOT_A_STATEMENT)
          && mayBeExpression(cell, unit)) {
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

  private static boolean mayBeExpression(SplitCell cell, Unit unit) {
    return cell.tokens().is(unit.from(), "switch") || !cell.shapes().beginsStatement(unit.from());
  }

  private final class Attempt {
    private final Draft draft;
    private final List<Problem> problems = new ArrayList<>();

    /** Of the unit that did not compile. */
    private List<Body> bodies = List.of();

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
            compiler.run(
                source, draft.main, draft.text(), problems::add, task -> generate(source, task));
        if (problems.isEmpty()) {
          return finished(source, headers);
        }
        yieldToProblems();
      }
      throw new DoesNotCompile(problems.stream().map(this::clear).distinct().toList());
    }

    private Headers generate(MappedSource source, JavacTask task) {
      try {
        CompilationUnitTree tree = task.parse().iterator().next();
        bodies = List.of();
        var analyzed = task.analyze();
        if (!problems.isEmpty()) {
          bodies = Bodies.of(tree, Trees.instance(task).getSourcePositions(), source);
          return null;
        }
        Headers headers = Headers.of(analyzed, task, Uses.of(tree, task, source));
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
      List<Problem> untyped =
          problems.stream().filter(each -> each.code().startsWith(NO_TYPE_FOR_VAR)).toList();
      if (!untyped.isEmpty()) {
        throw new DoesNotCompile(untyped.stream().map(this::clear).toList());
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
        Body body = Body.around(bodies, problem);
        if (dependent != null) {
          again |= giveUp(dependent, body, problem);
        } else if (body != null && isUndefined(problem)) {
          String name = identifierAt(problem.start());
          String reason = body.title() + " cannot be used until this is defined: " + name;
          String also = body.isOfType() ? "; objects made before stay without it" : "";
          again |= leaveOut(body, problem, reason + also);
        } else {
          real.add(clear(problem));
        }
      }
      if (!real.isEmpty() || !again) {
        throw new DoesNotCompile(
            (real.isEmpty() ? problems.stream().map(this::clear) : real.stream())
                .distinct()
                .toList());
      }
    }

    private Set<String> missingImports() {
      Set<String> missing = new LinkedHashSet<>();
      for (Problem problem : problems) {
        String name = problem.cell() == draft.text() ? unknownClass(problem) : "";
        if (Importer.isOfClass(name)) {
          importer.find(name).filter(each -> !draft.added.contains(each)).ifPresent(missing::add);
        }
      }
      return missing;
    }

    /** Whether that is something new. */
    private boolean giveUp(Declaration dependent, Body body, Problem problem) {
      String words = clear(problem).message().strip().replaceAll("\\s+", " ");
      if (body != null && leaveOut(body, problem, words)) {
        return true;
      }
      return body == null
          && draft.recompiled.remove(dependent)
          && draft.left.put(dependent, words) == null;
    }

    private boolean leaveOut(Body body, Problem problem, String reason) {
      if (draft.gaps.stream().anyMatch(each -> each.body().equals(body))) {
        return false;
      }
      return draft.gaps.add(new Gap(body, problem.start(), reason));
    }

    /** The name that could be one of a class; else "". */
    private String unknownClass(Problem problem) {
      Matcher inside = NO_PACKAGE.matcher(problem.message());
      if (inside.lookingAt()) {
        return inside.group(1); // of A.b.c() the compiler says that there is no package A
      }
      boolean isUnknown =
          problem.code().startsWith("compiler.err.cant.resolve")
              && !problem.message().contains("symbol:   method");
      return isUnknown ? identifierAt(problem.start()) : "";
    }

    private Declaration dependentAt(Problem problem) {
      List<Declaration> dependents = new ArrayList<>(draft.recompiled);
      dependents.addAll(draft.left.keySet());
      for (Declaration each : dependents) {
        if (each.cell().text() == problem.cell()
            && problem.start() >= each.unit().start()
            && problem.start() <= each.unit().end()) {
          return each;
        }
      }
      return null;
    }

    /** Whether a name is unknown that a later cell may define. */
    private boolean isUndefined(Problem problem) {
      return problem.cell() == draft.text()
          && problem.code().startsWith("compiler.err.cant.resolve")
          && !identifierAt(problem.start()).isEmpty(); // else it is a dot: a member
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
      draft.gaps.forEach(each -> draft.notes.add(note(each)));
      draft.left.forEach((each, why) -> draft.notes.add(noLongerCompiles(each, why)));
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

    private String note(Gap gap) {
      if (gap.body().cell() == draft.text()) {
        return gap.reason();
      }
      for (Declaration each : draft.recompiled) {
        if (gap.isIn(each.cell().text(), each.unit().start(), each.unit().end())) {
          return noLongerCompiles(each, gap.reason());
        }
      }
      return gap.reason();
    }

    private static String noLongerCompiles(Declaration each, String why) {
      return each.name() + " of " + each.cell().text().name() + " no longer compiles: " + why;
    }

    private void commit(Headers headers) {
      for (Declaration each : draft.recompiled) {
        place(each, draft.owner(each), headers);
      }
      draft.left.keySet().forEach(Declaration::leave);
      draft.types.forEach((name, unit) -> declare(unit, name, headers));
      draft.methods.forEach((key, unit) -> declare(unit, key, headers));
      for (NewVariable each : draft.variables) {
        if (each.isNew) {
          String type = headers.fieldTypes.get(each.name);
          workspace.put(new SessionVariable(each.name, draft.main, type, each.constant));
        }
      }
      draft.added.forEach(workspace::addImport);
      draft.imports.forEach(workspace::addImport);
    }

    private void declare(Unit unit, String key, Headers headers) {
      Declaration declaration = new Declaration(draft.cell, unit, key);
      place(declaration, draft.main, headers);
      workspace.put(declaration);
    }

    private void place(Declaration each, String owner, Headers headers) {
      Set<String> missing = new LinkedHashSet<>();
      for (Gap gap : draft.gaps(each.cell().text(), each.unit())) {
        missing.addAll(each.cell().tokens().namesBetween(gap.body().from(), gap.body().to()));
      }
      Set<String> uses = headers.uses(each.cell().text(), each.unit());
      each.place(owner, headers.find(owner, each.key()), uses, missing);
    }
  }
}
