package io.github.spencerpark.jupyter.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.function.Supplier;
import lectern.display.MimeBundle;

/** Collects the forms of one value; every form is asked for. */
public final class RenderContext {
  private MimeBundle bundle = MimeBundle.empty();

  RenderContext() {}

  /** Adds a form: text, or the bytes of a picture. */
  public void renderIfRequested(MIMEType type, Supplier<Object> form) {
    Object data = form.get();
    if (data instanceof byte[] bytes) {
      bundle = bundle.with(type.name(), bytes);
    } else if (data != null) {
      bundle = bundle.with(type.name(), data.toString());
    }
  }

  /** Adds a form: text, or the bytes of a picture. */
  public void renderIfRequested(String type, Supplier<Object> form) {
    renderIfRequested(MIMEType.parse(type), form);
  }

  MimeBundle bundle() {
    return bundle;
  }
}
