package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Careful;
import ballast.Mutator;
import org.junit.jupiter.api.Test;

/** Texts of the journal's columns, broken by seed, as a damaged or edited store would show them. */
class StoredTextsCorpusTest {
  private static final int CASES = 5_000;

  @Test
  void readsOrRefusesEveryStoredText() {
    Mutator mutator = new Mutator(Mutator.seed(20261122L));

    long taken = Careful.count(mutator.broken(EveryStoredText.REAL, CASES), EveryStoredText::read);

    assertThat(taken).isBetween(CASES / 20L, CASES / 2L);
  }

  @Test
  void refusesATableOfTiersWithNothingBetweenItsMarks() {
    assertThat(EveryStoredText.read(";")).isFalse();
    assertThat(EveryStoredText.read("0 1200000 0.999;")).isFalse();
  }
}
