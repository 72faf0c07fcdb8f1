package ballast.binance;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Careful;
import ballast.Mutator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real answers, broken by seed. */
class AnswersCorpusTest {
  private static final int CASES = 2_000;

  @Test
  void readsOrRefusesEveryAnswerWithinItsBounds() {
    Mutator mutator = new Mutator(Mutator.seed(20261122L));
    List<String> bodies = mutator.broken(EveryAnswer.REAL, CASES);

    long taken = Careful.count(bodies, EveryAnswer::read);

    assertThat(taken).isBetween(CASES / 50L, CASES / 2L);
  }
}
