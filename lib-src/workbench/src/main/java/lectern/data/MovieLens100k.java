package lectern.data;

import lectern.display.Displayable;
import lectern.display.MimeBundle;
import tech.tablesaw.api.Table;

/**
 * MovieLens 100K: who rated which film, with the films and the users.
 *
 * @param interactions ratings 1 to 5 with times (seconds since 1970); ids as in the original
 * @param items item, title, year (missing for one), genres (separated by ", ")
 * @param users user, age, gender, occupation, zip code
 * @param licence what you may do with it, and where that is said
 * @param citation how to acknowledge it in a publication
 * @param provenance the source it came from on this machine, and the SHA-256 of its canonical form
 */
public record MovieLens100k(
    Interactions interactions,
    Table items,
    Table users,
    String licence,
    String citation,
    String provenance)
    implements Displayable {

  /** The title of a film by its id; the id itself where it is unknown. */
  public String title(String item) {
    int row = items.stringColumn("item").firstIndexOf(item);
    return row < 0 ? item : items.stringColumn("title").get(row);
  }

  @Override
  public String toString() {
    return "MovieLens 100K: " + interactions;
  }

  @Override
  public MimeBundle bundle() {
    return MimeBundle.text(this + "\nLicence: " + licence);
  }
}
