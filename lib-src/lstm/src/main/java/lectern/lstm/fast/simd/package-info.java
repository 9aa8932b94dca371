/**
 * The fast layers' kernels on the machine's vector unit, apart because they need the module {@code
 * jdk.incubator.vector}; {@link lectern.lstm.fast.Kernels} chooses them.
 */
package lectern.lstm.fast.simd;
