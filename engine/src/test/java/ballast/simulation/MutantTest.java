package ballast.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation catches every broken design, and nothing but them. */
class MutantTest {
  private static final int WEEK = 7;
  private static final double FAULTS = 0.3;
  private static final int SEEDS = 1_000;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void isCaught(Mutant mutant) {
    Campaign.Result result = new Campaign(WEEK, FAULTS, mutant).runUntilCaught(1, SEEDS);
    assertThat(result.failures()).as("seeds in which %s was caught", mutant).isNotEmpty();
    System.out.println(mutant + ": " + result.failures().get(0));
  }

  @Test
  void theEngineItselfIsNeverCaught() {
    Campaign.Result result = new Campaign(WEEK, FAULTS, Mutant.NONE).run(1, SEEDS);
    assertThat(result.failures()).isEmpty();
  }
}
