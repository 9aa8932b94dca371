package lectern.plot.picture;

import java.util.function.Consumer;

/** A line of the legend: its words, and what draws the sample beside them. */
record LegendEntry(String text, Consumer<Ink> key) {}
