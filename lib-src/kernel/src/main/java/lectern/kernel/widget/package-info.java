/**
 * Widgets in the notebook: the messaging protocol of ipywidgets, version 2.1.0, over comms.
 *
 * <p>{@link lectern.kernel.widget.NotebookWidgets} opens a comm for each widget and hears what the
 * front end says of it; {@code WidgetJson} is a widget's state as the protocol writes it; {@code
 * Callbacks} runs the user's listeners.
 */
package lectern.kernel.widget;
