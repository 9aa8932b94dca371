package io.github.spencerpark.jupyter.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.Objects;
import lectern.display.MimeBundle;
import lectern.kernel.output.Notebook;
import lectern.kernel.output.RegisteredLooks;

/**
 * Registers looks for values of a class.
 *
 * <pre>{@code
 * renderer.createRegistration(Point.class)
 *     .preferring(MIMEType.TEXT_HTML)
 *     .register((point, context) ->
 *         context.renderIfRequested(MIMEType.TEXT_HTML, () -> "<b>" + point + "</b>"));
 * }</pre>
 */
public final class Renderer {
  /** Looks of a class, in the making. */
  public static final class Registration<T> {
    private final Class<T> type;

    private Registration(Class<T> type) {
      this.type = Objects.requireNonNull(type, "type");
    }

    /** Changes nothing: all forms are given, and the front end shows the richest. */
    public Registration<T> preferring(MIMEType... types) {
      return this;
    }

    /** Changes nothing, as above. */
    public Registration<T> preferring(String... types) {
      return this;
    }

    /** Changes nothing, as above. */
    public Registration<T> supporting(MIMEType... types) {
      return this;
    }

    /** Changes nothing, as above. */
    public Registration<T> supporting(String... types) {
      return this;
    }

    /** Values of the class have the forms that the function writes, from now on. */
    public void register(RenderFunction<T> function) {
      RegisteredLooks.add(
          type,
          value -> {
            RenderContext context = new RenderContext();
            function.render(value, context);
            return context.bundle();
          });
    }
  }

  /** Begins to register looks. */
  public <T> Registration<T> createRegistration(Class<T> type) {
    return new Registration<>(type);
  }

  /** The looks of a value. */
  public MimeBundle render(Object value) {
    return Notebook.render(value);
  }

  /** The looks of a value in these MIME types. */
  public MimeBundle renderAs(Object value, String... types) {
    return Notebook.render(value, types);
  }
}
