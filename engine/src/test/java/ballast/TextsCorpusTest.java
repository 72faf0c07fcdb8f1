package ballast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Amounts, ratios, parameters, schedules and blackouts, broken by seed. */
class TextsCorpusTest {
  private static final int CASES = 6_000;

  @Test
  void readsOrRefusesEveryTextWithinItsBounds() {
    Mutator mutator = new Mutator(Mutator.seed(20261122L));

    long taken = Careful.count(mutator.broken(EveryText.REAL, CASES), EveryText::read);

    assertThat(taken).isBetween(CASES / 20L, CASES / 2L);
  }
}
