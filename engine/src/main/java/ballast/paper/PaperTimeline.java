package ballast.paper;

import ballast.market.PricePath;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * What happens next on a path, and when, in the path's own time. Of things that happen at the same
 * moment the bar completes first, then funding is exchanged, interest accrues and the position is
 * struck anew: one order, so that the result cannot depend on how time is advanced.
 */
final class PaperTimeline {
  private static final long HOUR_MILLIS = 3_600_000;
  private static final long DAY_MILLIS = 24 * HOUR_MILLIS;
  private static final long NEVER = Long.MAX_VALUE;

  /** The kinds of things that happen, in the order in which they happen at one moment. */
  enum Event {
    BAR,
    FUNDING,
    HOUR,
    STRIKE
  }

  private final Scenario scenario;
  private final PricePath prices;
  private int bar;
  private long barEnd;
  private long funding;
  private long hour;
  private long strike;
  private long next;

  PaperTimeline(Scenario scenario) {
    this.scenario = scenario;
    this.prices = scenario.prices();
    long start = prices.startMillis();
    this.barEnd = prices.endTime(0);
    this.funding = scenario.funding().nextAfter(start);
    this.hour = (Math.floorDiv(start, HOUR_MILLIS) + 1) * HOUR_MILLIS;
    this.strike = scenario.account().strikesMonthly() ? firstRowOfNextMonth(start) : NEVER;
    settleNext();
  }

  PaperTimeline(PaperTimeline other) {
    this.scenario = other.scenario;
    this.prices = other.prices;
    this.bar = other.bar;
    this.barEnd = other.barEnd;
    this.funding = other.funding;
    this.hour = other.hour;
    this.strike = other.strike;
    this.next = other.next;
  }

  /** When the next thing happens; never once the path has ended. */
  long next() {
    return next;
  }

  Event nextEvent() {
    if (next == barEnd) {
      return Event.BAR;
    }
    if (next == funding) {
      return Event.FUNDING;
    }
    return next == hour ? Event.HOUR : Event.STRIKE;
  }

  /** The bar that completes next. */
  int bar() {
    return bar;
  }

  /** The rate of the funding that is next, fraction × 1e8. */
  long fundingRateE8() {
    return scenario.funding().rateE8(funding);
  }

  /** The rate of the last funding up to this time, fraction × 1e8. */
  long lastRateE8(long millis) {
    return scenario.funding().rateE8(millis);
  }

  /** The first funding after this time. */
  long fundingAfter(long millis) {
    return scenario.funding().nextAfter(millis);
  }

  /** What LDUSDT earns in the hour that is next, fraction a year × 1e8. */
  long aprE8() {
    return scenario.apr().aprE8(hour);
  }

  /** True when the hour that is next is 00:00 UTC. */
  boolean isMidnight() {
    return hour % DAY_MILLIS == 0;
  }

  /** Lets the next thing be past. */
  void pass() {
    switch (nextEvent()) {
      case BAR -> {
        bar++;
        barEnd = bar < prices.bars() ? prices.endTime(bar) : NEVER;
      }
      case FUNDING -> funding = scenario.funding().nextAfter(funding);
      case HOUR -> hour += HOUR_MILLIS;
      case STRIKE -> strike = firstRowOfNextMonth(strike);
    }
    settleNext();
  }

  private void settleNext() {
    long earliest = Math.min(Math.min(barEnd, funding), Math.min(hour, strike));
    next = earliest <= prices.endMillis() ? earliest : NEVER;
  }

  private long firstRowOfNextMonth(long millis) {
    long month =
        YearMonth.from(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC))
            .plusMonths(1)
            .atDay(1)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant()
            .toEpochMilli();
    return prices.firstOpenFrom(month);
  }
}
