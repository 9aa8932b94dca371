/**
 * Sliders, menus, buttons and boxes that live in a notebook, and Java that follows them.
 *
 * <p>Start at {@link lectern.display.widget.Widgets}, which makes them all, and at {@link
 * lectern.display.widget.Interact}, which redraws a value whenever a control moves. A {@link
 * lectern.display.widget.Control} has a value; it can be read, set, heard and bound to a {@link
 * lectern.display.widget.Property}. Whoever draws widgets is a {@link
 * lectern.display.widget.WidgetHost}: the kernel is one; elsewhere widgets are values without a
 * picture.
 *
 * <p>The models are those of ipywidgets 8 (controls 2.0.0). No dependencies but the JDK.
 */
package lectern.display.widget;
