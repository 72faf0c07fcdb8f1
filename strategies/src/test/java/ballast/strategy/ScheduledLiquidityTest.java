package ballast.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ballast.strategy.Proposal.Move;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The band 1.6x / 2x / 2.6x / 3.2x over a maintenance margin of 100,000; 80,000 are paid on the
 * 25th of each month at 09:00 in Berlin and count from a day before, 2,000 of funding every eight
 * hours from 30 minutes before.
 */
class ScheduledLiquidityTest {
  private static final StrategyFactory FACTORY = new ScheduledLiquidity.Factory();
  private static final Usdt MARGIN = Usdt.of(100_000);
  private static final Collateral FULL = CollateralTest.collateral("1", "0 10000000 1");
  private static final ScheduledLiquidity STRATEGY = strategy(Map.of());

  private static ScheduledLiquidity strategy(Map<String, String> given) {
    Map<String, String> texts = new TreeMap<>(FACTORY.example());
    texts.putAll(given);
    return (ScheduledLiquidity) FACTORY.create(Parameters.of(FACTORY.parameters(), texts));
  }

  private static Situation at(String time, String equity, Memory memory) {
    return new Situation.Recorded(
        Instant.parse(time).toEpochMilli(),
        Usdt.parseSigned(equity).e8(),
        MARGIN.e8(),
        Usdt.of(200_000).e8(),
        Situation.NEVER,
        memory);
  }

  private static Situation at(String time, String equity) {
    return at(time, equity, Memory.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    // 25 March 2025 at 09:00 in Berlin is 08:00 UTC, also a funding time
    "2025-03-24T07:29:59Z, 0",
    "2025-03-24T07:30:00Z, 2000",
    "2025-03-24T07:59:59.999Z, 2000",
    "2025-03-24T08:00:00Z, 80000",
    "2025-03-25T00:00:00Z, 80000",
    "2025-03-25T07:30:00Z, 82000",
    "2025-03-25T07:59:59.999Z, 82000",
    "2025-03-25T08:00:00Z, 0",
    "2025-03-25T23:30:00Z, 2000",
    // 25 April 2025 at 09:00 in Berlin is 07:00 UTC
    "2025-04-24T06:59:59Z, 0",
    "2025-04-24T07:00:00Z, 80000",
    "2025-04-25T06:59:59Z, 80000",
    "2025-04-25T07:00:00Z, 0",
  })
  void countsAPaymentInItsLeadTimeAndNotAfterIt(String time, String due) {
    assertThat(STRATEGY.due(at(time, "250000"))).isEqualTo(Usdt.parse(due).e8());
  }

  private static Situation foretold(String time, long fundingE8, long fundingMillis) {
    Situation plain = at(time, "250000");
    return new Situation.Recorded(
        plain.nowMillis(),
        plain.equityE8(),
        plain.maintenanceMarginE8(),
        plain.ldusdtInFuturesE8(),
        plain.lastMoveMillis(),
        fundingE8,
        fundingMillis,
        plain.memory());
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-24T07:29:59.999Z, 2500, 2025-03-24T08:00:00Z, 0",
    "2025-03-24T07:30:00Z, 2500, 2025-03-24T08:00:00Z, 2500",
    "2025-03-24T07:59:59.999Z, 2500, 2025-03-24T08:00:00Z, 2500",
    "2025-03-24T08:00:00Z, 2500, 2025-03-24T08:00:00Z, 0",
    // what is received makes no room for less
    "2025-03-24T07:30:00Z, -2500, 2025-03-24T08:00:00Z, 0",
    // contracts that pay every four hours
    "2025-03-24T03:30:00Z, 700, 2025-03-24T04:00:00Z, 700",
    "2025-03-24T07:30:00Z, 700, 2025-03-24T12:00:00Z, 0",
  })
  void countsTheFundingThatIsForetold(String time, String amount, String due, String expected) {
    ScheduledLiquidity strategy =
        strategy(Map.of("payments", "none", "funding", "expected else 2%"));
    Situation situation =
        foretold(time, Usdt.parseSigned(amount).e8(), Instant.parse(due).toEpochMilli());
    assertThat(strategy.usesFunding()).isTrue();
    assertThat(strategy.due(situation)).isEqualTo(Usdt.parse(expected).e8());
  }

  @Test
  void countsTheShareWhereTheForecastCouldNotBeRead() {
    Situation unread = at("2025-03-24T07:30:00Z", "250000");
    ScheduledLiquidity withShare =
        strategy(Map.of("payments", "none", "funding", "expected else 2%"));
    ScheduledLiquidity without = strategy(Map.of("payments", "none", "funding", "expected"));
    assertThat(withShare.due(unread)).isEqualTo(Usdt.of(2_000).e8());
    assertThat(without.due(unread)).isZero();
    assertThat(without.need(at("2025-03-24T07:30:00Z", "900000"))).isInstanceOf(Hold.class);
  }

  @Test
  void expectsNothingWhereNoPositionPays() {
    ScheduledLiquidity strategy =
        strategy(Map.of("payments", "none", "funding", "expected else 2%"));
    assertThat(strategy.due(foretold("2025-03-24T07:30:00Z", 0, Situation.NEVER))).isZero();
  }

  @Test
  void looksAtNoForecastWhereAShareIsGiven() {
    long due = Instant.parse("2025-03-24T08:00:00Z").toEpochMilli();
    assertThat(STRATEGY.usesFunding()).isFalse();
    assertThat(STRATEGY.due(foretold("2025-03-23T07:30:00Z", Usdt.of(9_000).e8(), due)))
        .isEqualTo(Usdt.of(2_000).e8());
  }

  /** Largest and smallest margins, against arithmetic without bounds. */
  @Test
  void roundsTheExpectedFundingUpExactly() {
    ScheduledLiquidity strategy = strategy(Map.of("payments", "none", "funding", "1.234567%"));
    long time = Instant.parse("2025-03-24T07:45:00Z").toEpochMilli();
    Random random = Seeds.random();
    for (int i = 0; i < 1_000; i++) {
      long margin = Seeds.upTo(Long.MAX_VALUE - 1, random);
      BigInteger[] exact =
          BigInteger.valueOf(margin)
              .multiply(BigInteger.valueOf(1_234_567))
              .divideAndRemainder(BigInteger.valueOf(100_000_000));
      long expected = exact[0].longValueExact() + exact[1].signum();
      Situation situation =
          new Situation.Recorded(time, 0, margin, 0, Situation.NEVER, Memory.NONE);
      assertThat(strategy.due(situation)).as(Seeds.at(i)).isEqualTo(expected);
    }
  }

  @Test
  void allocatesNothingOnAHoldWhileAPaymentIsNear() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    assumeTrue(threads.isThreadAllocatedMemorySupported(), "this JVM does not count allocation");
    Memory memory = STRATEGY.remember(at("2025-04-24T15:45:00Z", "290000"));
    Situation held = at("2025-04-24T15:45:00Z", "290000", memory);
    assertThat(STRATEGY.due(held)).isEqualTo(Usdt.of(82_000).e8());
    long before = threads.getCurrentThreadAllocatedBytes();
    int holds = 0;
    for (int i = 0; i < 100_000; i++) {
      holds += STRATEGY.remember(held) == memory && STRATEGY.need(held) instanceof Hold ? 1 : 0;
    }
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000);
    assertThat(holds).isEqualTo(100_000);
  }

  @Test
  void bringsEquityInBeforeThePaymentSoThatTheTargetIsThereAfterIt() {
    assertThat(STRATEGY.need(at("2025-04-20T01:00:00Z", "239999"))).isInstanceOf(Hold.class);
    Situation ahead = at("2025-04-24T12:00:00Z", "239999");
    assertThat(STRATEGY.need(ahead)).isEqualTo(Direction.EARN_TO_FUTURE);
    assertThat(
            STRATEGY.propose(
                ahead, new Transferable(Direction.EARN_TO_FUTURE, Usdt.of(500_000), FULL)))
        .isEqualTo(
            new Move(
                Usdt.of(40_001),
                "uniMMR after known payments is below low: bring it to low-target"));
  }

  @Test
  void leavesWhatIsDueWhenItMovesBack() {
    Situation rich = at("2025-04-24T12:00:00Z", "450000");
    assertThat(STRATEGY.need(rich)).isEqualTo(Direction.FUTURE_TO_EARN);
    assertThat(
            STRATEGY.propose(
                rich, new Transferable(Direction.FUTURE_TO_EARN, Usdt.of(500_000), FULL)))
        .isEqualTo(
            new Move(
                Usdt.of(110_000),
                "uniMMR after known payments is above high: bring it to high-target"));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-04-25T06:29:59Z, FUTURE_TO_EARN",
    "2025-04-25T06:30:00Z, QUIET",
    "2025-04-25T07:00:00Z, QUIET",
    "2025-04-25T07:05:00Z, QUIET",
    "2025-04-25T07:05:00.001Z, FUTURE_TO_EARN",
    "2025-04-25T15:29:59Z, FUTURE_TO_EARN",
    "2025-04-25T15:30:00Z, QUIET",
    "2025-04-25T16:00:00Z, QUIET",
    "2025-04-25T16:05:00Z, QUIET",
    "2025-04-25T16:05:00.001Z, FUTURE_TO_EARN",
  })
  void movesNothingBackNearAPayment(String time, String expected) {
    Need need = STRATEGY.need(at(time, "900000"));
    assertThat(need)
        .isEqualTo(
            expected.equals("QUIET")
                ? new Hold("a known payment is near: nothing moves back to Earn")
                : Direction.FUTURE_TO_EARN);
  }

  @Test
  void rescuesWhileItIsQuiet() {
    assertThat(STRATEGY.need(at("2025-04-25T07:01:00Z", "150000")))
        .isEqualTo(Direction.EARN_TO_FUTURE);
  }

  @Test
  void isATargetBandWherePaymentsAreNone() {
    ScheduledLiquidity free = strategy(Map.of("payments", "none", "funding", "0%"));
    Random random = Seeds.random();
    for (int i = 0; i < 1_000; i++) {
      Situation situation = at("2025-04-25T07:01:00Z", "" + random.nextInt(500_000));
      assertThat(free.need(situation)).as(Seeds.at(i)).isEqualTo(free.band().need(situation));
      assertThat(free.remember(situation)).isEqualTo(Memory.NONE);
    }
  }

  /** The memory of the tick before, the one from its text and none at all: the same answers. */
  @Test
  void answersTheSameWithAndWithoutMemoryAlongAYear() {
    ScheduledLiquidity strategy =
        strategy(
            Map.of(
                "payments",
                "monthly 31 00:00 America/Santiago 50000 USDT before 3d; weekly FRI 17:00"
                    + " Asia/Kathmandu 3000 USDT before 2h; 2025-06-01 02:30 Europe/Berlin 9000 USDT"
                    + " before 1d"));
    Random random = Seeds.random();
    Memory memory = Memory.NONE;
    long now = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
    int renewed = 0;
    for (int i = 0; i < 5_000; i++) {
      now += random.nextInt(2 * 6_307_000);
      Situation known = new Situation.Recorded(now, 1, 1, 0, Situation.NEVER, memory);
      Situation anew = new Situation.Recorded(now, 1, 1, 0, Situation.NEVER, Memory.NONE);
      assertThat(strategy.due(known)).as(Seeds.at(i)).isEqualTo(strategy.due(anew));
      Memory after = strategy.remember(known);
      renewed += after == memory ? 0 : 1;
      assertThat(FACTORY.recall(after.text())).isEqualTo(after);
      memory = after;
    }
    assertThat(renewed).as("memories made along %s", Instant.ofEpochMilli(now)).isBetween(60, 80);
  }

  @ParameterizedTest
  @CsvSource({
    "funding-lead, 8h, 'funding-lead: must be shorter than the 8 hours between funding times'",
    "quiet-before, 1d, 'quiet-before: must be shorter than the 8 hours between funding times'",
    "funding, 101%, 'funding: must not be more than 100%'",
    "funding, expected else 101%, 'funding: must not be more than 100%'",
    "funding, read, 'funding: it reads as in 2%, expected, or expected else 2%, got \"read\"'",
    "funding, expected else, 'funding: it reads as in 2%, expected, or expected else 2%, got \"expected else\"'",
    "funding, expected else x%, 'funding: a ratio must be a plain decimal with at most 8 decimals, got \"x\"'",
    "low-target, 1x, 'low-target: 1x must be above low (1.6x)'",
    "payments, tomorrow, 'payments: a payment reads as in monthly 25 09:00 Europe/Berlin 80000 USDT before 1d, got \"tomorrow\"'",
  })
  void refusesWhatDoesNotFit(String name, String text, String message) {
    assertThatThrownBy(() -> strategy(Map.of(name, text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({"x", "1 2", "1 2 x", "1 2 99999999999999999999"})
  void refusesAMemoryThatIsNone(String text) {
    assertThatThrownBy(() -> FACTORY.recall(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("upcoming payments");
  }
}
