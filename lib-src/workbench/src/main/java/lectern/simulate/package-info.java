/**
 * A platform for paid courses whose truth is known.
 *
 * <p>Start at {@link lectern.simulate.Simulation}: {@code run} gives a {@link
 * lectern.simulate.SimulatedPlatform}, {@code start} a {@link lectern.simulate.PlatformState} that
 * a policy of yours runs week by week.
 */
package lectern.simulate;
