package lectern.feature;

import java.util.ArrayList;
import java.util.List;
import lectern.data.EventLog;
import lectern.display.UserError;

/**
 * Collects features of each user from the events before a cut-off time.
 *
 * <pre>{@code
 * UserFeatures features = FeatureExtraction.of(log, asOf)
 *     .recencyFrequencyMonetary().browsingTime().interests("topic").features();
 * }</pre>
 *
 * <p>Nothing at or after the cut-off is read, see {@link UserHistory}: adding later events changes
 * no number. Every call adds columns to the right and gives a new extraction.
 *
 * <p>Articles: omnichannel 3.1, crossplatform 3.1 and 5.2.1.
 */
public final class FeatureExtraction {
  private final UserHistory history;
  private final List<UserFeatures> parts;

  private FeatureExtraction(UserHistory history, List<UserFeatures> parts) {
    this.history = history;
    this.parts = parts;
  }

  /**
   * From the events of this log before this time.
   *
   * @param asOf seconds since 1970, UTC
   * @throws UserError if there is no such event
   */
  public static FeatureExtraction of(EventLog log, long asOf) {
    return new FeatureExtraction(UserHistory.of(log, asOf), List.of());
  }

  /** What the extractors read. */
  public UserHistory history() {
    return history;
  }

  /** Adds the columns of an extractor. */
  public FeatureExtraction with(FeatureExtractor extractor) {
    List<UserFeatures> more = new ArrayList<>(parts);
    more.add(extractor.extract(history));
    return new FeatureExtraction(history, List.copyOf(more));
  }

  /** Adds {@link RecencyFrequencyMonetary}. */
  public FeatureExtraction recencyFrequencyMonetary() {
    return with(new RecencyFrequencyMonetary());
  }

  /** Adds {@link BrowsingTime}. */
  public FeatureExtraction browsingTime() {
    return with(new BrowsingTime());
  }

  /** Adds {@link PurchaseFrequency}. */
  public FeatureExtraction purchaseFrequency() {
    return with(new PurchaseFrequency());
  }

  /** Adds {@link Interests} by this attribute of the courses. */
  public FeatureExtraction interests(String attribute) {
    return with(new Interests(attribute));
  }

  /** Adds {@link Activity}. */
  public FeatureExtraction activity() {
    return with(new Activity());
  }

  /** Adds {@link PlatformMix}. */
  public FeatureExtraction platformMix() {
    return with(new PlatformMix());
  }

  /**
   * All columns added so far.
   *
   * @throws UserError if there are none
   */
  public UserFeatures features() {
    return parts.stream()
        .reduce(UserFeatures::plus)
        .orElseThrow(
            () -> new UserError("No features were asked for: add .recencyFrequencyMonetary(), …"));
  }
}
