/**
 * Groups of things that are alike.
 *
 * <p>Start at {@link lectern.cluster.KMeans}; what it finds is a {@link
 * lectern.cluster.KMeansModel}. A {@link lectern.cluster.Partition} compares groupings whatever
 * their numbers. For a dozen things {@link lectern.cluster.ExhaustivePartitions} tries all
 * groupings, and {@link lectern.cluster.EveryStart} every start. A start of your own implements
 * {@link lectern.cluster.Start}.
 */
package lectern.cluster;
