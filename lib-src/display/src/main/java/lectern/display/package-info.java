/**
 * How a value looks, as data: what the kernel and the workbench both know, and nothing else.
 *
 * <p>Start at {@link lectern.display.Display}: it turns any value into a {@link
 * lectern.display.MimeBundle}. A class of yours looks as it wants when it implements {@link
 * lectern.display.Displayable}; a class of somebody else's when a {@link
 * lectern.display.DisplayProvider} for it is named in {@code META-INF/services}, or when a cell
 * says so by {@link lectern.display.Display#render}. {@link lectern.display.PlainText} writes
 * everything as text. Long work reports to a {@link lectern.display.Progress}; a mistake of the
 * user's is a {@link lectern.display.UserError}; a {@link lectern.display.Magic} adds a line that
 * begins with {@code %}. Whoever shows things (the kernel, a terminal, a test) is a {@link
 * lectern.display.Screen}.
 *
 * <p>No dependencies but the JDK.
 */
package lectern.display;
