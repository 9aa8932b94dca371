/**
 * SQL over the tables of a notebook: {@code %%sql} and {@code %sql}, by DuckDB in this process.
 *
 * <p>Entry: {@link lectern.sql.SqlDatabase}, which answers a statement with a Tablesaw table;
 * {@link lectern.sql.SqlCellMagic} and {@link lectern.sql.SqlLineMagic} put it into cells. {@code
 * TableForSql} says which values of variables are tables, {@code SqlText} which names stand in a
 * statement.
 */
package lectern.sql;
