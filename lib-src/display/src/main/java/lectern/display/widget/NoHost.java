package lectern.display.widget;

import java.util.Map;
import java.util.UUID;
import lectern.display.Display;
import lectern.display.MimeBundle;

/** No notebook: widgets are values, listeners run at once on the thread that sets them. */
final class NoHost implements WidgetHost {
  private final Display display = Display.of(NoHost.class.getClassLoader());

  @Override
  public String open(Widget widget) {
    return UUID.randomUUID().toString();
  }

  @Override
  public void changed(Widget widget, Map<String, Object> attributes) {}

  @Override
  public void close(Widget widget) {}

  @Override
  public Runner runner(boolean newestOnly, boolean whileBusy) {
    return Runnable::run;
  }

  @Override
  public void capture(Output place, boolean append, Runnable work) {
    work.run();
  }

  @Override
  public MimeBundle bundle(Object value) {
    return display.bundle(value);
  }

  @Override
  public MimeBundle error(Throwable thrown) {
    return MimeBundle.text(thrown.toString());
  }
}
