/**
 * The kernels of {@link lectern.math.VectorKernels} on the vector unit.
 *
 * <p>The only classes that may use the module {@code jdk.incubator.vector}. Nothing names them but
 * the choice in {@code lectern.math}, which loads them when that module is there.
 */
package lectern.math.simd;
