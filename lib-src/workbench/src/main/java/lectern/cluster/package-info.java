/**
 * Groups of things that are alike.
 *
 * <p>Start at {@link lectern.cluster.KMeans}; what it finds is a {@link
 * lectern.cluster.KMeansModel}. A {@link lectern.cluster.Partition} compares groupings whatever
 * their numbers, {@link lectern.cluster.AdjustedRand} says how far two agree. For a dozen things
 * {@link lectern.cluster.ExhaustivePartitions} tries all groupings, and {@link
 * lectern.cluster.EveryStart} every start. A start of your own implements {@link
 * lectern.cluster.Start}.
 *
 * <p>How many clusters: {@link lectern.cluster.KMeansRange} fits several k, {@link
 * lectern.cluster.ClusterCount} puts {@link lectern.cluster.Elbow}, {@link
 * lectern.cluster.SilhouetteCurve} and {@link lectern.cluster.GapStatistic} side by side; {@link
 * lectern.cluster.Silhouette} judges any labels row by row.
 *
 * <p>Other methods, computed by Smile: {@link lectern.cluster.Dbscan}, its radius chosen with
 * {@link lectern.cluster.KDistances}, and {@link lectern.cluster.Hierarchy}. What the clusters are:
 * {@link lectern.cluster.SegmentPortraits}; whether they would be found again: {@link
 * lectern.cluster.ClusterStability}, for any {@link lectern.cluster.Clusterer}.
 */
package lectern.cluster;
