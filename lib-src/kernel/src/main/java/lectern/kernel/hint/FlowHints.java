package lectern.kernel.hint;

import java.util.Map;

/** Paths through the code that Java does not allow. */
final class FlowHints {
  private static final String UNREACHABLE =
      "Nothing leads here: a return, break, continue, throw or an endless loop stands above.";
  private static final String BREAK = "break and continue belong inside a loop or a switch.";
  private static final String SWITCH =
      "Every value needs its case: add default -> … for all others.";

  static final Map<String, Hint> TABLE =
      Map.ofEntries(
          Map.entry("unreported.exception.need.to.catch.or.throw", FlowHints::unhandled),
          Map.entry("unreported.exception.implicit.close", FlowHints::unhandled),
          Map.entry("missing.ret.stmt", FlowHints::noReturn),
          Map.entry("var.might.not.have.been.initialized", FlowHints::noValue),
          Map.entry("unreachable.stmt", mistake -> UNREACHABLE),
          Map.entry("cant.assign.val.to.var", FlowHints::isFinal),
          Map.entry("cant.assign.val.to.final.var", FlowHints::isFinal),
          Map.entry("cant.ref.non.effectively.final.var", FlowHints::captured),
          Map.entry("local.var.accessed.from.icls.needs.final", FlowHints::captured),
          Map.entry("already.defined", FlowHints::twice),
          Map.entry("lectern.err.cell", FlowHints::twice),
          Map.entry("break.outside.switch.loop", mistake -> BREAK),
          Map.entry("cont.outside.loop", mistake -> BREAK),
          Map.entry("not.exhaustive", mistake -> SWITCH),
          Map.entry("not.exhaustive.statement", mistake -> SWITCH),
          Map.entry("except.never.thrown.in.try", FlowHints::neverThrown),
          Map.entry("duplicate.case.label", mistake -> "Each case of a switch has another value."));

  private FlowHints() {}

  private static String unhandled(Mistake mistake) {
    String type =
        mistake
            .says("exception ([\\w.$]+)")
            .map(found -> Mistake.simple(found.group(1)))
            .orElse("Exception");
    return "Write throws "
        + type
        + " behind the method's parameters, or try { … } catch ("
        + type
        + " e) { … } around the call; a lambda allows only the latter.";
  }

  private static String noReturn(Mistake mistake) {
    return "On every path the method must return a value: write return … above this brace, also"
        + " for the case that no if or loop has covered.";
  }

  private static String noValue(Mistake mistake) {
    return mistake
        .says("variable (\\w+) ")
        .map(
            found ->
                found.group(1)
                    + " has no value on some path to here: give it one where it is declared.")
        .orElse("");
  }

  private static String isFinal(Mistake mistake) {
    return mistake
        .says("variable (\\w+)")
        .map(
            found ->
                found.group(1)
                    + " is final: it keeps its first value. Drop final, or use another variable.")
        .orElse("");
  }

  private static String captured(Mistake mistake) {
    String name = mistake.word();
    return "A lambda sees "
        + name
        + " as it is once for all: copy it into a variable that does not change ("
        + "var copy = "
        + name
        + ";), or keep what changes in an array or an AtomicInteger.";
  }

  private static String twice(Mistake mistake) {
    return mistake
        .says("variable (\\w+)")
        .map(
            found ->
                "To change its value write " + found.group(1) + " = … without the type in front.")
        .orElse("");
  }

  private static String neverThrown(Mistake mistake) {
    return mistake
        .says("exception ([\\w.$]+)")
        .map(
            found ->
                "Nothing in the try can throw "
                    + Mistake.simple(found.group(1))
                    + ": drop the catch.")
        .orElse("");
  }
}
