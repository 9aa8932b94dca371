package lectern.simulate;

/**
 * What messages do to a person, in closed form, so that their effects are known.
 *
 * <p>The i-th message of a week (i from 0) brings a purchase with the chance pᵢ; a weary person
 * puts off each of the purchases that he would have made anyway with the chance q.
 */
final class Response {
  private final Catalogue catalogue;

  Response(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * pᵢ = min(0.8, 1.2 ρ x²/(x² + 0.04) (1 + 1.5 d e^σ) 0.6ⁱ / (1 + 0.25 L²)): ρ response of the
   * segment to the channel, x interest in the theme, d coupon, σ price sensitivity, L messages
   * lately. 0 when one owns all courses of the theme.
   */
  double chance(Person person, PersonState state, Contact contact, int place) {
    int theme = contact.theme().ordinal();
    if (ownsAll(state, theme)) {
      return 0;
    }
    double x = state.interests[theme];
    double interest = x * x / (x * x + 0.04);
    double coupon = 1 + 1.5 * contact.discount() * StrictMath.exp(person.priceSensitivity);
    double load = state.contactLoad;
    double chance =
        1.2
            * person.segment.response(contact.channel())
            * interest
            * coupon
            * StrictMath.pow(0.6, place)
            / (1 + 0.25 * load * load);
    return Math.min(0.8, chance);
  }

  /** q = 1 − (1 − 0.5 max(0, w − 0.7) / 0.3)ⁿ, w weariness + 0.05 L (at most 1), n messages. */
  double putOff(Person person, PersonState state, int messages) {
    double weary = Math.min(1, person.weariness + 0.05 * state.contactLoad);
    double one = 0.5 * Math.max(0, weary - 0.7) / 0.3;
    return 1 - StrictMath.pow(1 - one, messages);
  }

  private boolean ownsAll(PersonState state, int theme) {
    for (int course : catalogue.ofTopic(theme)) {
      if (!state.owns(course)) {
        return false;
      }
    }
    return true;
  }
}
