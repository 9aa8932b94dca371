package lectern.kernel.output;

import java.util.function.BiConsumer;
import lectern.display.MimeBundle;
import lectern.display.Screen;

/**
 * The notebook as a screen: what a thread shows goes to the cell that it belongs to, with plain
 * text beside richer forms.
 */
final class NotebookScreen implements Screen {
  @Override
  public void show(MimeBundle bundle) {
    show(bundle, "");
  }

  @Override
  public void show(MimeBundle bundle, String id) {
    send(bundle, (cell, what) -> cell.show(what, id));
  }

  @Override
  public void update(MimeBundle bundle, String id) {
    send(bundle, (cell, what) -> cell.update(what, id));
  }

  @Override
  public boolean canUpdate() {
    return true;
  }

  private static void send(MimeBundle bundle, BiConsumer<CellOutput, MimeBundle> how) {
    if (!bundle.isEmpty()) {
      CurrentOutput.get()
          .ifPresentOrElse(
              cell -> how.accept(cell, Notebook.bundle(bundle)),
              () -> System.out.println(bundle.plain()));
    }
  }
}
