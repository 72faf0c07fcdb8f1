package ballast.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Decades of the real engine against an exchange that fails at every step. A failure names its
 * seed; {@code -Dballast.seed=} repeats that run alone.
 */
class SimulationTest {
  private static final int MONTH = 30;
  private static final double STORMY = 0.3;
  private static final double FAIR = 0.05;

  @Test
  void keepsEveryInvariantThroughStormyDecades() {
    Campaign.Result result = new Campaign(MONTH, STORMY, Mutant.NONE).run(1, 500);
    System.out.println("stormy: " + result.tally());
    System.out.println(result.tally().coverage().table());
    assertThat(result.failures()).isEmpty();
    if (Long.getLong("ballast.seed") == null) {
      assertThat(result.tally().crashes()).isGreaterThan(20_000);
      assertThat(result.tally().unknown()).isGreaterThan(20_000);
      assertThat(result.tally().coverage().empty()).isEmpty();
    }
  }

  @Test
  void keepsEveryInvariantThroughFairDecades() {
    Campaign.Result result = new Campaign(MONTH, FAIR, Mutant.NONE).run(1_000_001, 700);
    System.out.println("fair: " + result.tally());
    assertThat(result.failures()).isEmpty();
    assertThat(result.tally().heldPercent()).isLessThanOrEqualTo(1);
  }

  /** Either engine is suspended past its lease at every point, and the other takes the account. */
  @Test
  void keepsEveryInvariantWithTwoEnginesOnOneJournal() {
    Campaign.Result result = new Campaign(MONTH, STORMY, Mutant.NONE).withStandby().run(1, 100);
    System.out.println("standby: " + result.tally());
    System.out.println(result.tally().coverage().table());
    assertThat(result.failures()).isEmpty();
    if (Long.getLong("ballast.seed") == null) {
      assertThat(result.tally().coverage().unpaused()).isEmpty();
    }
  }

  @Test
  void comesToTheSameEndFromTheSameSeed() {
    Campaign campaign = new Campaign(MONTH, STORMY, Mutant.NONE);
    for (long seed = 1; seed <= 10; seed++) {
      long once = campaign.one(seed).fingerprint();
      assertThat(campaign.one(seed).fingerprint()).as("seed %s", seed).isEqualTo(once);
    }
    assertThat(campaign.one(1).fingerprint()).isNotEqualTo(campaign.one(2).fingerprint());
  }
}
