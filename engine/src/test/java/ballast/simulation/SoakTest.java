package ballast.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hours of the simulation on fresh seeds: {@code mvn verify -Psoak -Dballast.soak.minutes=60}. */
@Tag("soak")
class SoakTest {
  private static final int MONTH = 30;
  private static final long SEEDS_A_ROUND = 200;

  @Test
  void keepsEveryInvariantForAsLongAsAsked() {
    long end =
        System.nanoTime() + TimeUnit.MINUTES.toNanos(Long.getLong("ballast.soak.minutes", 1));
    long seed = System.currentTimeMillis() * 1_000;
    System.out.println("soak: seeds from " + seed);
    Campaign.Result stormy = Campaign.nothing();
    Campaign.Result fair = Campaign.nothing();
    while (System.nanoTime() < end && stormy.failures().isEmpty() && fair.failures().isEmpty()) {
      stormy.add(new Campaign(MONTH, 0.3, Mutant.NONE).run(seed, SEEDS_A_ROUND));
      fair.add(new Campaign(MONTH, 0.05, Mutant.NONE).run(seed, SEEDS_A_ROUND));
      seed += SEEDS_A_ROUND;
    }
    System.out.println("stormy (0.3):  " + stormy.tally());
    System.out.println("fair   (0.05): " + fair.tally());
    System.out.println(stormy.tally().coverage().table());
    assertThat(stormy.failures()).isEmpty();
    assertThat(fair.failures()).isEmpty();
    assertThat(stormy.tally().coverage().empty()).isEmpty();
  }
}
