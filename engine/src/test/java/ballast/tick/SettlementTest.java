package ballast.tick;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.decide.Fingerprint;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import ballast.venue.Holdings;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementTest {
  private static final long SENT = 1_800_000_000_000L;
  private static final long EARLY = SENT + 1_000;
  private static final long LATE = SENT + Duration.ofMinutes(12).toMillis();

  /** Before: 700,000 in Earn, 400,000 in Futures; 100,000 sent. */
  @ParameterizedTest
  @CsvSource({
    // direction, state, Earn now, Futures now, late, becomes
    "EARN_TO_FUTURE, CONFIRMED, 600000, 500000, false, SETTLED",
    "EARN_TO_FUTURE, CONFIRMED, 600000.25, 500000, false, SETTLED",
    "EARN_TO_FUTURE, CONFIRMED, 700000, 400000, false, ''",
    "EARN_TO_FUTURE, CONFIRMED, 700000, 400000, true, HELD",
    "EARN_TO_FUTURE, UNKNOWN, 600000, 500000, false, APPLIED",
    "EARN_TO_FUTURE, UNKNOWN, 700000, 400000, false, ''",
    "EARN_TO_FUTURE, UNKNOWN, 700000, 400000, true, NOT_APPLIED",
    "EARN_TO_FUTURE, UNKNOWN, 700003, 400000, true, NOT_APPLIED",
    // one side alone proves nothing
    "EARN_TO_FUTURE, UNKNOWN, 700000, 500000, true, HELD",
    "EARN_TO_FUTURE, UNKNOWN, 600000, 400000, true, HELD",
    // Futures must show the amount to the last digit
    "EARN_TO_FUTURE, UNKNOWN, 600000, 499999.99999999, true, HELD",
    "EARN_TO_FUTURE, UNKNOWN, 700000, 400000.00000001, true, HELD",
    // Earn may have earned, it cannot have lost
    "EARN_TO_FUTURE, UNKNOWN, 599999.99, 500000, true, HELD",
    // moved twice
    "EARN_TO_FUTURE, CONFIRMED, 500000, 600000, true, HELD",
    "FUTURE_TO_EARN, CONFIRMED, 800000, 300000, false, SETTLED",
    "FUTURE_TO_EARN, UNKNOWN, 800000, 300000, false, APPLIED",
    "FUTURE_TO_EARN, UNKNOWN, 600000, 500000, true, HELD",
  })
  void restsOnBothBalances(
      Direction direction,
      IntentState state,
      String earn,
      String futures,
      boolean late,
      String becomes) {
    Holdings now = new Holdings(late ? LATE : EARLY, Usdt.parse(earn), Usdt.parse(futures));
    assertThat(judge(direction, state, now, late ? LATE : EARLY)).isEqualTo(becomes);
  }

  @Test
  void saysItsEvidence() {
    Holdings now = new Holdings(EARLY, Usdt.of(600_000), Usdt.of(500_000));
    assertThat(
            Settlement.STANDARD.judge(
                intent(Direction.EARN_TO_FUTURE, IntentState.UNKNOWN),
                watch(SENT, now),
                now,
                EARLY))
        .map(Settlement.Judgement::evidence)
        .contains("Futures 400000 -> 500000, Earn 700000 -> 600000");
  }

  @Test
  void believesThatNothingWasExecutedOnlyAfterBothStoodStillForTheWindow() {
    Intent unknown = intent(Direction.EARN_TO_FUTURE, IntentState.UNKNOWN);
    long window = Settlement.STANDARD.window().toMillis();
    long stillSince = LATE + 5_000;
    Watch watch = watch(SENT, untouched(stillSince));
    assertThat(judge(unknown, watch, untouched(stillSince + window - 1))).isEmpty();
    assertThat(judge(unknown, watch, untouched(stillSince + window))).isEqualTo("NOT_APPLIED");
  }

  @Test
  void takesAReadingThatDoesNotShowASettledTransferForOlderUntilTheWindowHasPassed() {
    long settledAt = SENT + 5_000;
    Intent confirmed = intent(Direction.EARN_TO_FUTURE, IntentState.CONFIRMED);
    Intent settled =
        new Intent(
            confirmed.id(),
            confirmed.account(),
            confirmed.decision(),
            confirmed.direction(),
            confirmed.amount(),
            IntentState.SETTLED,
            confirmed.decidedAtMillis(),
            confirmed.sentAtMillis(),
            OptionalLong.of(settledAt),
            confirmed.before(),
            confirmed.reason(),
            "");
    long window = Settlement.STANDARD.window().toMillis();
    Holdings shown = new Holdings(settledAt, Usdt.of(600_000), Usdt.of(500_000));
    assertThat(Settlement.STANDARD.isBehind(settled, shown, 0)).isTrue();
    assertThat(Settlement.STANDARD.isBehind(settled, untouched(settledAt), 0)).isFalse();
    assertThat(Settlement.STANDARD.isBehind(settled, untouched(settledAt), window - 1)).isFalse();
    assertThat(Settlement.STANDARD.isBehind(settled, untouched(settledAt), window)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"UNKNOWN", "CONFIRMED"})
  void holdsWhatHasNotStoodStillForSixWindows(IntentState state) {
    Intent open = intent(Direction.EARN_TO_FUTURE, state);
    long last = SENT + 6 * Settlement.STANDARD.window().toMillis();
    assertThat(judge(open, watch(SENT, untouched(last - 2)), untouched(last - 1))).isEmpty();
    assertThat(judge(open, watch(SENT, untouched(last - 1)), untouched(last))).isEqualTo("HELD");
  }

  @Test
  void givesANewProcessItsOwnSixWindows() {
    Intent unknown = intent(Direction.EARN_TO_FUTURE, IntentState.UNKNOWN);
    long nextDay = SENT + Duration.ofDays(1).toMillis();
    assertThat(judge(unknown, watch(nextDay, untouched(nextDay)), untouched(nextDay))).isEmpty();
  }

  @Test
  void reckonsWithThreeTimesTheLongestLagBetweenTenMinutesAndAnHour() {
    assertThat(lagging(Duration.ofSeconds(7)).window())
        .isEqualTo(Settlement.STANDARD.window())
        .isEqualTo(Duration.ofSeconds(66 + 600));
    assertThat(lagging(Duration.ofMinutes(5)).window()).isEqualTo(Duration.ofSeconds(66 + 900));
    assertThat(lagging(Duration.ofHours(9)).window()).isEqualTo(Duration.ofSeconds(66 + 3600));
  }

  private static Settlement lagging(Duration longestLag) {
    return Settlement.given(longestLag, Fingerprint.OFF);
  }

  /** 99,999.99990042 sent, and others moved as well. */
  @ParameterizedTest
  @CsvSource({
    // direction, state, Earn now, Futures now, becomes
    // Earn was redeemed from: Futures shows it to the last digit
    "EARN_TO_FUTURE, UNKNOWN, 550000.00009958, 499999.99990042, APPLIED",
    "EARN_TO_FUTURE, CONFIRMED, 550000.00009958, 499999.99990042, SETTLED",
    // someone else moved a round amount the same way
    "EARN_TO_FUTURE, UNKNOWN, 587655.00009958, 512344.99990042, APPLIED",
    "FUTURE_TO_EARN, UNKNOWN, 850000, 300000.00009958, APPLIED",
    // the last digits are not ours
    "EARN_TO_FUTURE, UNKNOWN, 550000.00009958, 499999.99990041, HELD",
    "EARN_TO_FUTURE, UNKNOWN, 587655, 512344.9999, HELD",
    // someone else moved a round amount back
    "EARN_TO_FUTURE, UNKNOWN, 650000.00009958, 449999.99990042, APPLIED",
    "FUTURE_TO_EARN, UNKNOWN, 750001.99990042, 349999.00009958, APPLIED",
    // someone may have emptied a round balance, ours in it or not
    "EARN_TO_FUTURE, UNKNOWN, 587655, 512345, HELD",
    "EARN_TO_FUTURE, UNKNOWN, 690000, 400000, HELD",
    // executed twice
    "EARN_TO_FUTURE, UNKNOWN, 500000.00019916, 599999.99980084, HELD",
    // Earn contradicts it
    "EARN_TO_FUTURE, UNKNOWN, 700000, 499999.99990042, HELD",
    "FUTURE_TO_EARN, UNKNOWN, 750000, 300000.00009958, HELD",
    // less than it moved, or the other way, and Earn says more
    "EARN_TO_FUTURE, UNKNOWN, 550000, 449999.99990042, HELD",
    "FUTURE_TO_EARN, UNKNOWN, 850000, 500000.00009958, HELD",
  })
  void knowsAMarkedTransferAmongOthers(
      Direction direction, IntentState state, String earn, String futures, String becomes) {
    Settlement marked = Settlement.given(Duration.ZERO, Fingerprint.FINEST);
    Intent intent = intent(direction, state, Usdt.parse("99999.99990042"));
    Holdings now = new Holdings(LATE, Usdt.parse(earn), Usdt.parse(futures));
    Watch still = watch(SENT, new Holdings(EARLY, now.inEarn(), now.inFutures()));
    assertThat(marked.judge(intent, still, now, LATE).map(Settlement.Judgement::state))
        .contains(IntentState.valueOf(becomes));
    assertThat(marked.judge(intent, watch(SENT, now), now, LATE))
        .as("not before both have stood still")
        .isEmpty();
  }

  /** Futures had 400,000.00005 of our earlier transfers before, and 99,999.99990042 was sent. */
  @ParameterizedTest
  @CsvSource({
    // direction, state, Earn now, Futures now, becomes
    // someone else moved a round amount, and ours is not in it
    "EARN_TO_FUTURE, UNKNOWN, 587655, 512345.00005, NOT_APPLIED",
    "EARN_TO_FUTURE, UNKNOWN, 712345, 387655.00005, NOT_APPLIED",
    "FUTURE_TO_EARN, UNKNOWN, 587655, 512345.01005, NOT_APPLIED",
    "EARN_TO_FUTURE, CONFIRMED, 587655, 512345.00005, HELD",
    "EARN_TO_FUTURE, UNKNOWN, 587655, 512345.00105, HELD",
    // Earn was redeemed from or subscribed to, Futures stands
    "EARN_TO_FUTURE, UNKNOWN, 690000, 400000.00005, NOT_APPLIED",
    "EARN_TO_FUTURE, UNKNOWN, 812345.6789, 400000.00005, NOT_APPLIED",
    "FUTURE_TO_EARN, UNKNOWN, 790000, 400000.00005, NOT_APPLIED",
    "FUTURE_TO_EARN, UNKNOWN, 500000, 400000.00005, NOT_APPLIED",
    // but by as much as if ours were half to be seen
    "EARN_TO_FUTURE, UNKNOWN, 600000.00009958, 400000.00005, HELD",
    "EARN_TO_FUTURE, UNKNOWN, 601000, 400000.00005, HELD",
    "EARN_TO_FUTURE, UNKNOWN, 587655, 412345.00005, HELD",
    "FUTURE_TO_EARN, UNKNOWN, 799999.99990042, 400000.00005, HELD",
    // someone emptied Futures
    "EARN_TO_FUTURE, UNKNOWN, 1100000.00005, 0, HELD",
  })
  void rulesAMarkedTransferOutAmongOthers(
      Direction direction, IntentState state, String earn, String futures, String becomes) {
    Usdt amount = Usdt.parse("99999.99990042");
    assertThat(judgeStill(direction, state, amount, "400000.00005", "700000", futures, earn))
        .isEqualTo(becomes);
  }

  /** Found by the simulation: what left with the rest of the wallet ended in our digits. */
  @Test
  void readsNothingFromTheDigitsOfAWalletThatSomeoneEmptied() {
    assertThat(
            judgeStill(
                Direction.EARN_TO_FUTURE,
                IntentState.UNKNOWN,
                Usdt.parse("59999.99990171"),
                "0.00009829",
                "730984.56127951",
                "17231",
                "713763.45010556"))
        .isEqualTo("HELD");
  }

  private static String judgeStill(
      Direction direction,
      IntentState state,
      Usdt amount,
      String futuresBefore,
      String earnBefore,
      String futures,
      String earn) {
    Intent sent = intent(direction, state, amount);
    Intent intent =
        new Intent(
            sent.id(),
            sent.account(),
            sent.decision(),
            direction,
            amount,
            state,
            sent.decidedAtMillis(),
            sent.sentAtMillis(),
            sent.settledAtMillis(),
            new Holdings(SENT - 100, Usdt.parse(earnBefore), Usdt.parse(futuresBefore)),
            "a reason",
            "");
    Holdings now = new Holdings(LATE, Usdt.parse(earn), Usdt.parse(futures));
    Watch still = watch(SENT, new Holdings(EARLY, now.inEarn(), now.inFutures()));
    return Settlement.given(Duration.ZERO, Fingerprint.FINEST)
        .judge(intent, still, now, LATE)
        .map(each -> each.state().name())
        .orElse("");
  }

  @Test
  void anyChangeButInterestStartsTheStillnessAnew() {
    Watch watch = watch(SENT, untouched(SENT));
    Holdings earned = new Holdings(LATE, Usdt.parse("700001.5"), Usdt.of(400_000));
    Holdings redeemed = new Holdings(LATE, Usdt.parse("699999"), Usdt.of(400_000));
    Holdings moved = new Holdings(LATE, Usdt.of(700_000), Usdt.parse("400000.00000001"));
    assertThat(watch.seeing(earned, LATE)).isEqualTo(watch);
    assertThat(watch.seeing(redeemed, LATE)).isEqualTo(watch(SENT, redeemed));
    assertThat(watch.seeing(moved, LATE)).isEqualTo(watch(SENT, moved));
  }

  /** By a steady clock that shows what the wall clock does. */
  private static Watch watch(long begun, Holdings still) {
    return new Watch(7, begun, still, still.readAtMillis());
  }

  private static Holdings untouched(long atMillis) {
    return new Holdings(atMillis, Usdt.of(700_000), Usdt.of(400_000));
  }

  private static String judge(Intent intent, Watch watch, Holdings now) {
    return Settlement.STANDARD
        .judge(intent, watch, now, now.readAtMillis())
        .map(each -> each.state().name())
        .orElse("");
  }

  private static String judge(
      Direction direction, IntentState state, Holdings now, long nowMillis) {
    Holdings still = new Holdings(EARLY, now.inEarn(), now.inFutures());
    Optional<Settlement.Judgement> judgement =
        Settlement.STANDARD.judge(intent(direction, state), watch(SENT, still), now, nowMillis);
    return judgement.map(each -> each.state().name()).orElse("");
  }

  private static Intent intent(Direction direction, IntentState state) {
    return intent(direction, state, Usdt.of(100_000));
  }

  private static Intent intent(Direction direction, IntentState state, Usdt amount) {
    return new Intent(
        7,
        "main",
        3,
        direction,
        amount,
        state,
        SENT - 50,
        OptionalLong.of(SENT),
        OptionalLong.empty(),
        new Holdings(SENT - 100, Usdt.of(700_000), Usdt.of(400_000)),
        "a reason",
        "");
  }
}
