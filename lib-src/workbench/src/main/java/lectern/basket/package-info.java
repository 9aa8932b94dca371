/**
 * What is bought together: baskets, frequent sets of items, association rules, and whether a rule
 * is more than chance.
 *
 * <p>Start at {@link lectern.basket.Baskets}, from a log, interactions or lists. {@link
 * lectern.basket.AssociationRules} is the result most people want; {@link
 * lectern.basket.FrequentSets} lies under it, {@link lectern.basket.ShuffleCheck} compares it with
 * baskets in which nothing belongs together.
 */
package lectern.basket;
