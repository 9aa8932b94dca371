/**
 * Figures as data: strict Plotly JSON, a picture of the same look, a line of text.
 *
 * <p>Start at {@link lectern.plot.Figure}, made for notebook cells; {@link lectern.plot.Theme} has
 * the colours. Tablesaw's own figures are shown too, turned into the same JSON. Pictures are drawn
 * by {@link lectern.plot.picture.Picture}.
 */
package lectern.plot;
