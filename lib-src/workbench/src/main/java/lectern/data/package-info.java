/**
 * Who did what with which item, read from your files or fetched by name.
 *
 * <p>Start at {@link lectern.data.Interactions}: build it row by row, or read a CSV file with a
 * {@link lectern.data.ColumnMapping}; {@link lectern.data.InteractionsCsv} then also holds the rows
 * that were set aside and why. {@link lectern.data.Datasets} gives the articles' small tables and
 * public data sets.
 *
 * <p>{@link lectern.data.EventLog} keeps every event with its platform, time and value: read it
 * from CSV, Parquet or JSON lines with an {@link lectern.data.EventMapping}, several files of
 * several platforms at once; {@link lectern.data.EventReading} holds the rows that were set aside
 * as well.
 *
 * <p>A further public data set is an entry in {@code datasets/catalogue.json} and a reader of its
 * files.
 */
package lectern.data;
