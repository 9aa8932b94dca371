package lectern.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import lectern.display.MimeBundle;
import lectern.display.Screen;

/** Keeps what is shown, so that bars do not stand between the lines that tests read. */
final class QuietScreen implements Screen {
  final List<String> seen = new ArrayList<>();

  @Override
  public synchronized void show(MimeBundle bundle) {
    seen.add(bundle.plain());
  }

  @Override
  public void show(MimeBundle bundle, String id) {
    show(bundle);
  }

  @Override
  public void update(MimeBundle bundle, String id) {
    show(bundle);
  }

  @Override
  public boolean canUpdate() {
    return true;
  }
}
