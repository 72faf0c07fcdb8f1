package ballast.report;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.report.Outcome.Grade;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  private static final Series LINE = Runs.dip(3, "2");
  private static final long HOUR = 3_600_000;

  @Test
  void saysThatBallastSavedTheAccount() {
    assertThat(
            Outcome.of(Runs.survivor(LINE, "1.73"), Runs.liquidated(LINE, Rows.NOON + 11 * HOUR)))
        .isEqualTo(
            new Outcome(
                Grade.BETTER,
                "With Ballast the account survived; left alone it was liquidated on 2020-03-12 23:00 UTC."));
  }

  @Test
  void saysThatDoingNothingWasBetter() {
    assertThat(Outcome.of(Runs.liquidated(LINE, Rows.NOON), Runs.survivor(LINE, "1.73")))
        .isEqualTo(
            new Outcome(
                Grade.WORSE,
                "Doing nothing was better: with Ballast the account was liquidated on 2020-03-12 12:00 UTC; left alone it survived."));
  }

  @Test
  void saysThatBallastDiedFirst() {
    assertThat(
            Outcome.of(
                Runs.liquidated(LINE, Rows.NOON), Runs.liquidated(LINE, Rows.NOON + 13 * HOUR)))
        .isEqualTo(
            new Outcome(
                Grade.WORSE,
                "Doing nothing was better: with Ballast the account was liquidated on 2020-03-12 12:00 UTC, 13 h 0 min before the account left alone."));
  }

  @Test
  void claimsNoVictoryForDyingLater() {
    assertThat(
            Outcome.of(
                Runs.liquidated(LINE, Rows.NOON + 26 * HOUR), Runs.liquidated(LINE, Rows.NOON)))
        .isEqualTo(
            new Outcome(
                Grade.EVEN,
                "The account was liquidated either way: left alone on 2020-03-12 12:00 UTC, with Ballast 1 d 2 h later."));
  }

  @Test
  void comparesTheLowestWhereBothSurvived() {
    assertThat(Outcome.of(Runs.survivor(LINE, "2.129"), Runs.survivor(LINE, "1.5")))
        .isEqualTo(
            new Outcome(
                Grade.BETTER,
                "The account survived either way; the lowest uniMMR was 2.12x with Ballast and 1.5x left alone."));
    assertThat(Outcome.of(Runs.survivor(LINE, "1.5"), Runs.survivor(LINE, "2")))
        .isEqualTo(
            new Outcome(
                Grade.WORSE,
                "The account survived either way, and doing nothing kept it safer: the lowest uniMMR was 1.5x with Ballast and 2x left alone."));
  }
}
