package lectern.kernel.assist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import lectern.kernel.compile.Looks;
import lectern.kernel.hint.Surroundings;
import lectern.kernel.source.CellText;

/** What hints may know: names and signatures as the compiler finds them at a place of a cell. */
public final class AroundCode implements Surroundings {
  private final Looks looks;
  private final Supplier<KnownClasses> classes;

  public AroundCode(Looks looks, Supplier<KnownClasses> classes) {
    this.looks = looks;
    this.classes = classes;
  }

  @Override
  public List<String> names(CellText cell, int offset) {
    Set<String> names = new LinkedHashSet<>();
    for (Element each : elements(cell, offset, Members::at)) {
      boolean isMethod = each instanceof ExecutableElement;
      names.add(each.getSimpleName() + (isMethod ? "()" : ""));
    }
    return List.copyOf(names);
  }

  @Override
  public List<String> signatures(CellText cell, int offset) {
    String code = cell.code();
    boolean creates = code.substring(0, offset).matches("(?s).*\\bnew\\s+");
    int start = creates || !code.startsWith("new ", offset) ? offset : offset + "new ".length();
    int end = start;
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    String name = code.substring(start, end);
    List<Element> named = new ArrayList<>(elements(cell, start, Members::at));
    named.removeIf(each -> !each.getSimpleName().contentEquals(name));
    List<String> heads = new ArrayList<>();
    for (Element each : named) {
      if (each instanceof ExecutableElement method) {
        heads.add(Signatures.call(method));
      } else if (each instanceof TypeElement type) {
        type.getEnclosedElements().stream()
            .filter(member -> member.getKind() == ElementKind.CONSTRUCTOR)
            .map(member -> Signatures.call((ExecutableElement) member))
            .forEach(heads::add);
      }
    }
    return heads;
  }

  private Collection<Element> elements(
      CellText cell, int offset, Function<Looks.View, List<Element>> look) {
    return looks.at(cell.code().substring(0, offset), look).orElse(List.of());
  }

  @Override
  public List<String> importable(String simpleName) {
    return classes.get().named(simpleName);
  }

  @Override
  public List<String> classNames() {
    return classes.get().names();
  }
}
