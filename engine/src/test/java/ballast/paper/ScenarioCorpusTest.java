package ballast.paper;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Careful;
import ballast.Mutator;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real scenarios and plans of faults, broken by seed. */
class ScenarioCorpusTest {
  private static final int CASES = 1_000;

  private final Mutator mutator = new Mutator(Mutator.seed(20261122L));

  @Test
  void readsOrRefusesEveryScenarioWithinItsBounds(@TempDir Path folder) throws IOException {
    EveryScenario scenarios = new EveryScenario(folder);

    long taken = Careful.count(mutator.broken(EveryScenario.SCENARIOS, CASES), scenarios::scenario);

    assertThat(taken).isBetween(CASES / 50L, CASES / 2L);
  }

  @Test
  void readsOrRefusesEveryPlanOfFaultsWithinItsBounds() {
    long taken = Careful.count(mutator.broken(EveryScenario.FAULTS, CASES), EveryScenario::faults);

    assertThat(taken).isBetween(CASES / 50L, CASES / 2L);
  }

  @Test
  void readsTheRealOnes(@TempDir Path folder) throws IOException {
    assertThat(EveryScenario.SCENARIOS).allMatch(new EveryScenario(folder)::scenario);
    assertThat(EveryScenario.FAULTS).allMatch(EveryScenario::faults);
  }

  @Test
  void refusesWhatWouldFillTheMemoryOrIsLeftOut(@TempDir Path folder) throws IOException {
    EveryScenario scenarios = new EveryScenario(folder);
    String real = EveryScenario.SCENARIOS.get(0);

    assertThat(scenarios.scenario(real.replace("step: 30m", "step: 1ms"))).isFalse();
    assertThat(scenarios.scenario(real.replace("2026-04-01", "2026-02-30"))).isFalse();
    assertThat(scenarios.scenario(real.replace("min-gap: 5m", ""))).isFalse();
    assertThat(scenarios.scenario(real.replace("cap: 2000000 USDT, ", ""))).isFalse();
    assertThat(EveryScenario.faults("faults: [~]")).isFalse();
    assertThat(EveryScenario.faults("faults: " + "[".repeat(5_000))).isFalse();
  }
}
