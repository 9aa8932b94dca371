/**
 * What a notebook records for whoever reruns it: {@link lectern.record.Recorded} holds the numbers
 * that a rerun must give again, to the bit or, where they pass through a native library, within a
 * measured tolerance. The review module keeps them in {@code notebooks/expected}.
 */
package lectern.record;
