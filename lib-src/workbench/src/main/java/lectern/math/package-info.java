/**
 * Matrices, random numbers and loops that give the same bits everywhere.
 *
 * <p>Start at {@link lectern.math.DenseMatrix} and {@link lectern.math.SparseMatrix}. Random
 * numbers come from a named {@link lectern.math.RandomStream}; loops on several threads from {@link
 * lectern.math.Parallel}; dot products and distances from {@link lectern.math.VectorKernels}, whose
 * order of addition is fixed. A new inner loop is added to {@code VectorKernels} in both forms,
 * plain and vector, with the test that compares their bits.
 */
package lectern.math;
