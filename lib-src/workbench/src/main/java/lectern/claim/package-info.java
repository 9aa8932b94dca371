/**
 * What an article prints, what we compute, and the verdict.
 *
 * <p>Start at {@link lectern.claim.Claim}; a checked one is a {@link lectern.claim.Checked} with
 * its {@link lectern.claim.Verdict}; a {@link lectern.claim.ClaimLedger} collects them. Two
 * statements of the same article are compared by a {@link lectern.claim.Contradiction}. A further
 * kind of printed thing is one more {@code Comparison}.
 */
package lectern.claim;
