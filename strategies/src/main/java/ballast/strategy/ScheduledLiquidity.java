package ballast.strategy;

import ballast.strategy.Parameter.Kind;
import ballast.strategy.Proposal.Move;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A {@link TargetBand} over what equity will be once the payments that are known have been made:
 * within its lead time each counts as gone already, so that LDUSDT is in Futures before it is due,
 * and shortly before and after one nothing moves back to Earn. So does what is expected to be paid
 * as funding.
 *
 * @param band the levels
 * @param payments known ones
 * @param funding what is expected to be paid at a funding time
 * @param fundingLeadMillis how long before a funding time it counts
 * @param quietBeforeMillis before any payment
 * @param quietAfterMillis after any payment
 */
record ScheduledLiquidity(
    TargetBand band,
    List<KnownPayment> payments,
    ExpectedFunding funding,
    long fundingLeadMillis,
    long quietBeforeMillis,
    long quietAfterMillis)
    implements Strategy {
  private static final long FUNDING_MILLIS = Duration.ofHours(8).toMillis();
  private static final Hold QUIET = new Hold("a known payment is near: nothing moves back to Earn");
  private static final String TO_LOW_TARGET =
      "uniMMR after known payments is below low: bring it to low-target";
  private static final String TO_HIGH_TARGET =
      "uniMMR after known payments is above high: bring it to high-target";

  @Override
  public boolean usesFunding() {
    return funding.isRead();
  }

  @Override
  public Memory remember(Situation situation) {
    return payments.isEmpty() ? situation.memory() : upcoming(situation);
  }

  @Override
  public Need need(Situation situation) {
    Need need = band.need(left(situation), situation.maintenanceMarginE8());
    return need == Direction.FUTURE_TO_EARN && isQuiet(situation) ? QUIET : need;
  }

  @Override
  public Proposal propose(Situation situation, Transferable transferable) {
    Situation after =
        new Situation.Recorded(
            situation.nowMillis(),
            left(situation),
            situation.maintenanceMarginE8(),
            situation.ldusdtInFuturesE8(),
            situation.lastMoveMillis(),
            situation.fundingE8(),
            situation.fundingMillis(),
            situation.memory());
    Proposal proposal = band.propose(after, transferable);
    if (!(proposal instanceof Move move)) {
      return proposal;
    }
    boolean rescue = transferable.direction() == Direction.EARN_TO_FUTURE;
    return new Move(move.amount(), rescue ? TO_LOW_TARGET : TO_HIGH_TARGET);
  }

  /** What must be there for payments that are near, USD × 1e8. */
  long due(Situation situation) {
    long now = situation.nowMillis();
    long sum = 0;
    if (!payments.isEmpty()) {
      List<Long> due = upcoming(situation).due();
      for (int i = 0; i < payments.size(); i++) {
        long ahead = due.get(i) - now;
        if (ahead > 0 && ahead <= payments.get(i).leadMillis()) {
          sum = sum(sum, payments.get(i).amount().e8());
        }
      }
    }
    long ahead = untilFunding(situation);
    return ahead > 0 && ahead <= fundingLeadMillis ? sum(sum, expectedFunding(situation)) : sum;
  }

  /** Of two amounts that are not negative; more than there is money stays that. */
  private static long sum(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }

  /** The equity that counts, USD × 1e8. */
  private long left(Situation situation) {
    long due = due(situation);
    return situation.equityE8() < Long.MIN_VALUE + due
        ? Long.MIN_VALUE
        : situation.equityE8() - due;
  }

  /** What is received makes no room for less. */
  private long expectedFunding(Situation situation) {
    return isKnown(situation) ? Math.max(0, situation.fundingE8()) : share(situation);
  }

  /** Rounded up. By parts, so that no product leaves a long and a hold leaves no garbage. */
  private long share(Situation situation) {
    long margin = situation.maintenanceMarginE8();
    long rate = funding.share().e8();
    return margin / FixedPoint.ONE * rate
        + FixedPoint.multiplyDivide(
            margin % FixedPoint.ONE, rate, FixedPoint.ONE, RoundingMode.CEILING);
  }

  private boolean isQuiet(Situation situation) {
    long now = situation.nowMillis();
    if (!funding.isNone()
        && (untilFunding(situation) <= quietBeforeMillis
            || FUNDING_MILLIS - untilEighthHour(now) <= quietAfterMillis)) {
      return true;
    }
    if (payments.isEmpty()) {
      return false;
    }
    List<Long> due = upcoming(situation).due();
    for (int i = 0; i < due.size(); i++) {
      if (due.get(i) - now <= quietBeforeMillis) {
        return true;
      }
    }
    return false;
  }

  private boolean isKnown(Situation situation) {
    return funding.isRead() && situation.fundingE8() != Situation.UNKNOWN;
  }

  /**
   * How long it is until funding is paid, by the exchange's own time for it where that is known.
   */
  private long untilFunding(Situation situation) {
    if (!isKnown(situation)) {
      return untilEighthHour(situation.nowMillis());
    }
    return situation.fundingMillis() == Situation.NEVER
        ? Long.MAX_VALUE
        : situation.fundingMillis() - situation.nowMillis();
  }

  /** From 1 ms up to 8 hours: at a funding time it is paid already. */
  private static long untilEighthHour(long now) {
    return FUNDING_MILLIS - Math.floorMod(now, FUNDING_MILLIS);
  }

  /** Those remembered, as long as they hold; else worked out anew. */
  private Upcoming upcoming(Situation situation) {
    long now = situation.nowMillis();
    return situation.memory() instanceof Upcoming known && known.holds(now)
        ? known
        : Upcoming.at(now, payments, quietAfterMillis);
  }

  /** Makes {@link ScheduledLiquidity}. */
  static final class Factory implements StrategyFactory {
    private static final TargetBand.Factory BAND = new TargetBand.Factory();

    @Override
    public String name() {
      return "scheduled-liquidity";
    }

    @Override
    public String summary() {
      return "target-band over equity after the payments that are known: it is ready before they fall due.";
    }

    @Override
    public String source() {
      return "treasury practice: cash positioning by a calendar of known flows; funding times by Binance";
    }

    @Override
    public List<Parameter> parameters() {
      List<Parameter> parameters = new ArrayList<>(BAND.parameters());
      parameters.add(
          Parameter.optional(
              "payments",
              Kind.PAYMENTS,
              "none",
              "known payments with semicolons between them: days, time, zone, amount, lead time"));
      parameters.add(
          Parameter.optional(
              "funding",
              Kind.FUNDING,
              "0%",
              "funding to be ready for: a share of maintenance margin every 8 hours, or expected: what the exchange foretells"));
      parameters.add(
          Parameter.optional(
              "funding-lead",
              Kind.DURATION,
              "30m",
              "how long before it the funding must be there"));
      parameters.add(
          Parameter.optional(
              "quiet-before",
              Kind.DURATION,
              "30m",
              "so long before a payment nothing moves back to Earn"));
      parameters.add(
          Parameter.optional(
              "quiet-after",
              Kind.DURATION,
              "5m",
              "nor so long after it, until it shows in equity"));
      return List.copyOf(parameters);
    }

    @Override
    public Map<String, String> example() {
      Map<String, String> example = new TreeMap<>(BAND.example());
      example.put("payments", Kind.PAYMENTS.example());
      example.put("funding", "2%");
      return example;
    }

    @Override
    public Strategy create(Parameters parameters) {
      return new ScheduledLiquidity(
          BAND.create(parameters),
          parameters.payments("payments"),
          parameters.funding("funding"),
          span(parameters, "funding-lead"),
          span(parameters, "quiet-before"),
          span(parameters, "quiet-after"));
    }

    private static long span(Parameters parameters, String name) {
      long millis = parameters.duration(name).toMillis();
      if (millis >= FUNDING_MILLIS) {
        throw new IllegalArgumentException(
            name + ": must be shorter than the 8 hours between funding times");
      }
      return millis;
    }

    @Override
    public Memory recall(String text) {
      return text.isEmpty() ? Memory.NONE : Upcoming.parse(text);
    }
  }
}
