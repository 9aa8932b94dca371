/**
 * A platform for paid courses whose truth is known.
 *
 * <p>Start at {@link lectern.simulate.Simulation}: {@code run} gives a {@link
 * lectern.simulate.SimulatedPlatform} with its log and, behind it, its {@link
 * lectern.simulate.PlatformTruth}; {@code start} gives a {@link lectern.simulate.PlatformState}
 * that a policy of yours runs week by week with {@link lectern.simulate.Actions}. {@link
 * lectern.simulate.ArticleFiles} writes the files that the articles' listings read, {@link
 * lectern.simulate.PlatformFiles} the exports of several platforms with their dirt, {@link
 * lectern.simulate.ExampleCsv} one file to try things on. A further kind of event, channel or topic
 * is an entry in its enum; what people do is in {@code UserWeek}, how they judge in {@code Choice}.
 *
 * <h2>The model</h2>
 *
 * <p>Users u, courses c, topics k (eight, {@link lectern.simulate.Topic}), weeks t from 0. z is
 * standard normal, new wherever it stands; every draw has an address (purpose, user, week, place),
 * so that one draw more moves no other. g is the interest strength of the options.
 *
 * <p><b>People.</b> Each belongs to a {@link lectern.simulate.Segment}, which sets where traits are
 * drawn from: interests p (Dirichlet, Σₖ pₖ = 1), sessions a week a (gamma with shape 2.5), wealth
 * w (lognormal), the platforms used (Dirichlet), age, occupation. Apart from segments: threshold θ
 * from 0.25 to 0.5, price sensitivity σ = 0.4 z, weariness ω from 0 to 1, influence (Pareto with
 * exponent 1.8), sociability.
 *
 * <p><b>Courses.</b> Topic mix q (a main topic with 0.65 to 0.95, a second with the rest), quality
 * Q from 0 to 1, price P, fame: Zipf's law with exponent 0.5, the rank by quality and chance.
 *
 * <p><b>Coming.</b> Poisson(a · activity · exp(0.8 (S − 0.5) − 1.6 B)) sessions a week, S
 * satisfaction, B boredom; days and hours by the segment's rhythm. A mood (focused, curious, tired)
 * lasts over sessions and is drawn anew with the chance 0.4.
 *
 * <p><b>What is seen.</b> In this order: the suggestions (at most 10), with the chance 0.35 a
 * search in one's own topics and four courses of it by fame, six courses by fame. Place i (from 0)
 * is looked at with the chance 1 / (1 + 0.06 i).
 *
 * <p><b>Appeal.</b> Neither a dot product nor linear in anything that is logged:
 *
 * <pre>{@code
 * match       m = Σₖ min(pₖ, qₖ)
 * interest    I = m³ / (m³ + θ³) / (1 + s²),   s = Σₖ qₖ stockₖ
 * appeal      A = Q + g (3.2 (mood · I − 0.25) + novelty · max(0, 1 − 2 s) + 0.8 φ √f)
 * }</pre>
 *
 * <p>stock is what one has had of a topic lately: 0.6 q for each purchase, 0.03 q for each view,
 * kept by 0.75 a week. mood is 1.2, 0.8 or 0.7; novelty is 0.35 for the curious, else 0. f is the
 * part of those one follows who bought the course in the last four weeks, φ the social influence of
 * the options.
 *
 * <p><b>Choosing.</b> People take what is good enough (Simon, A behavioral model of rational
 * choice, 1955): a course is opened when A + 0.5 z is above a bar, which begins at the mood's 0.9,
 * 0.8 or 1.15, and rises by 0.25 with each course opened in a session and by 0.5 with each one
 * wanted in the week. An opened course is viewed for exp(1.9 + 0.5 (A − 1) + 0.6 z) minutes, may be
 * made a favourite, shared, commented on, subscribed to, and is bought when it is worth what is
 * asked:
 *
 * <pre>{@code
 * worth       22 exp(0.9 (A − 1) + 0.8 z + g (ln w − σ))
 * asked       P (1 − cut) (1 − coupon)
 * }</pre>
 *
 * <p><b>Afterwards.</b> outcome O = 0.1 + 0.75 Q + 0.35 g (m³ / (m³ + θ³) − 0.5) + 0.15 z, within 0
 * and 1. Refund in the next week with the chance 0.02 + 0.5 max(0, 0.45 − O); else after one to
 * three weeks completion (O + 0.15 + 0.2 z, within 0 and 1) and with the chance 0.55 a rating (1 +
 * 4 O + generosity + 0.4 z, rounded, 1 to 5). Satisfaction begins at 0.5: S ← 0.8 S + 0.2
 * completion; a refund makes it 0.8 S. Loyalty is the chance still to be there in 26 weeks.
 *
 * <p><b>Too much personalisation.</b> The narrowness of a list is n = max(0, (Σₖ hₖ² − 0.25) /
 * 0.75), hₖ the mean share of topic k in it. Boredom: B ← 0.75 B + 0.25 n. Interests: p ← (1 − r −
 * b) p + r · seen + b · p⁰, r = 0.03 + 0.12 n, b = 0.06 (1 − n). Leaving for good, each week: 0.008
 * exp(−3 (S − 0.5)) (1 + 12 B²) (1 + 0.3 max(0, L − 3)), L the messages lately (kept by 0.6 a
 * week). So lists that fit ever closer sell more at first, then bore, narrow what people care for,
 * and drive them away.
 *
 * <p><b>Messages.</b> Their effects have a closed form and are known for each user. The i-th of a
 * week (from 0) brings a purchase of its theme that would not have been, with the chance pᵢ =
 * min(0.8, 1.2 ρ x² / (x² + 0.04) (1 + 1.5 d exp σ) 0.6ⁱ / (1 + 0.25 L²)): ρ the segment's response
 * to the channel, x the interest in the theme, d the coupon. Weary people put off each purchase
 * that they would have made anyway with the chance q = 1 − (1 − max(0, min(1, ω + 0.05 L) − 0.7) /
 * 0.6)ⁿ, n messages. So the effect on a user who would have bought y⁰ courses is Σ pᵢ − q y⁰ in
 * expectation. What a campaign did is also known as it came: everybody's week is run both ways with
 * the same chance. Purchases of a week are felt from the next on, so that this is all a message
 * does in its week. Coupons and price cuts work through the price asked; a purchase that the full
 * price would have prevented is marked as theirs.
 *
 * <p><b>Others.</b> What one does reaches those who follow, from the next week on, through f; who
 * follows whom is drawn by influence, mostly within segments.
 *
 * <p><b>No interests.</b> With g = 0 a choice depends on the course and on chance, and not on who
 * chooses: all people search, open, value and are offered alike (a theme's cut is spread over all
 * courses). What is popular is then all there is to learn, and no model beats popularity.
 */
package lectern.simulate;
