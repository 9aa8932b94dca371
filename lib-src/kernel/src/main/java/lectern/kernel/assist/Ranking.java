package lectern.kernel.assist;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import lectern.kernel.compile.CellNames;
import lectern.kernel.compile.Looks;

/**
 * Which of several names comes first: one of the type that the place wants; locals, then the
 * notebook's own names, then what is imported; fields and methods before classes; deprecated ones
 * and those of Object last. Of equals the order is that of their declaration where they are
 * members, else of the alphabet.
 */
final class Ranking {
  private final WantedType wanted;
  private final Elements elements;
  private final boolean selects;
  private final boolean ofValue;
  private final boolean creates;

  Ranking(Looks.View view) {
    wanted = WantedType.at(view);
    elements = view.task().getElements();
    selects = view.path().getLeaf() instanceof MemberSelectTree;
    ofValue = selects && !isType(view);
    creates =
        view.path().getParentPath().getLeaf() instanceof NewClassTree created
            && created.getIdentifier() == view.path().getLeaf();
  }

  private static boolean isType(Looks.View view) {
    Tree selected = ((MemberSelectTree) view.path().getLeaf()).getExpression();
    TreePath path = new TreePath(view.path(), selected);
    return Trees.instance(view.task()).getElement(path) instanceof TypeElement;
  }

  /** Puts the best first. */
  void sort(List<Element> found) {
    Map<Element, Integer> ranks = new HashMap<>();
    found.forEach(each -> ranks.put(each, rank(each)));
    found.sort(
        Comparator.comparing((Element each) -> ranks.get(each))
            .thenComparing(each -> each.getSimpleName().toString()));
  }

  private int rank(Element each) {
    boolean isType = each instanceof TypeElement;
    boolean fits = wanted.fits(each) && (!isType || creates && !isAbstract(each));
    boolean isLast = isOfObject(each) || elements.isDeprecated(each);
    return (isLast ? 64 : 0)
        + (isOdd(each) ? 32 : 0)
        + (fits ? 0 : 16)
        + (isCommon(each) ? 8 : 0)
        + distance(each);
  }

  /** A value where an object is created, a static member of a value. */
  private boolean isOdd(Element each) {
    boolean isType = each instanceof TypeElement;
    return creates
        ? !isType
        : selects && (isType || ofValue && each.getModifiers().contains(Modifier.STATIC));
  }

  private static boolean isAbstract(Element each) {
    return each.getModifiers().contains(Modifier.ABSTRACT);
  }

  private int distance(Element each) {
    if (selects) {
      return 0;
    }
    boolean isLocal = !each.getKind().isField() && each.getKind() != ElementKind.METHOD;
    if (isLocal && !(each instanceof TypeElement)) {
      return 0;
    }
    Element owner = each.getEnclosingElement();
    boolean isOwn =
        owner instanceof TypeElement type
            && CellNames.isOfCells(type.getQualifiedName().toString());
    return isOwn ? 1 : each instanceof TypeElement ? 3 : 2;
  }

  /** What every object has, also where a class has its own. */
  private static boolean isCommon(Element each) {
    return each.toString()
        .matches("equals\\(java\\.lang\\.Object\\)|hashCode\\(\\)|toString\\(\\)");
  }

  private static boolean isOfObject(Element each) {
    return each.getEnclosingElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals("java.lang.Object");
  }
}
