package ballast.web;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.journal.Lease;
import ballast.notify.LatestTicks;
import ballast.notify.TickReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class HealthTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Instant now = START;
  private final AtomicBoolean broken = new AtomicBoolean();
  private final LatestTicks latest = new LatestTicks();
  private final Health health =
      new Health(
          latest,
          List.of(
              new Health.Account("main", HealthTest::afterAMinute),
              new Health.Account("other", (last, time) -> false)),
          () -> now,
          broken::get);

  private static boolean afterAMinute(Instant last, Instant time) {
    return Duration.between(last, time).compareTo(Duration.ofMinutes(1)) > 0;
  }

  private void skip(String account) {
    latest.tell(new TickReport.Skipped(account, 1, now.toEpochMilli(), "UNREACHABLE: gone"));
  }

  @Test
  void isGoodAtTheStartForAsLongAsAFirstDecisionMayTake() {
    assertThat(health.healthy().good()).isTrue();
    now = START.plusSeconds(61);
    assertThat(health.healthy().good()).isFalse();
  }

  @Test
  void ticksThatOnlySkipDoNotMakeItGood() {
    now = START.plusSeconds(61);
    skip("main");

    Health.Answer answer = health.healthy();

    assertThat(answer.good()).isFalse();
    assertThat(answer.json())
        .contains("\"status\":\"failing\"", "\"main\":{\"status\":\"overdue\"")
        .contains("SKIPPED: UNREACHABLE: gone", "\"other\":{\"status\":\"ok\"");
  }

  @Test
  void aStandbyIsAsWellAsItsAccountIsKeptElsewhere() {
    now = START.plusSeconds(61);
    latest.tell(
        new TickReport.StoodBy(
            "main", 0, new Lease("main", "process 1", 1, Long.MAX_VALUE / 2, false, false)));

    assertThat(health.healthy().good()).isTrue();
    assertThat(health.healthy().json()).contains("standing by");
  }

  @Test
  void isNotGoodOnceTheJournalIsBroken() {
    broken.set(true);

    assertThat(health.healthy().good()).isFalse();
    assertThat(health.healthy().json()).contains("\"journal\":\"broken\"");
  }

  @Test
  void isReadyOnceEveryAccountHasTicked() {
    skip("main");
    assertThat(health.ready())
        .isEqualTo(new Health.Answer(false, "{\"status\":\"starting\",\"waiting\":[\"other\"]}"));
    skip("other");
    assertThat(health.ready().good()).isTrue();
  }
}
