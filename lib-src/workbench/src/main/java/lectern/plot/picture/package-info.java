/**
 * Pictures of figures without a browser.
 *
 * <p>Start at {@link lectern.plot.picture.Picture}: strict Plotly JSON in, a PNG out, and what it
 * laid out (axis ranges, tick texts, colours, legend) for tests. A new kind of chart is a new
 * {@code Trace}: it tells the axes how much room it needs and then draws itself. Ranges, ticks and
 * bins follow the rules of plotly.js (MIT licence), read from its sources and written anew.
 */
package lectern.plot.picture;
