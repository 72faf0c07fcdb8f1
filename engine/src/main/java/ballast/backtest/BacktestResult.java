package ballast.backtest;

import ballast.backtest.Move.Outcome;
import ballast.decide.Rule;
import ballast.margin.PortfolioMargin;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What came of a backtest. Money is exact; mean and quantiles are statistics. Immutable once the
 * walk has ended.
 */
public final class BacktestResult {
  private static final int ACCOUNT_WEIGHT = 25;
  private static final int ASK_WEIGHT = 1_500;
  private static final int HOLDINGS_WEIGHT = 150;
  private static final int TRANSFER_WEIGHT = 1_500;

  private final History history;
  private final int steps;
  private final boolean liquidated;
  private final Margins margins;
  private final Counts counts;
  private final Course course;

  /**
   * What was moved.
   *
   * @param moves every transfer that was sent and is settled
   * @param held LDUSDT in Futures as each step's decision sees it, × 1e8
   * @param atOnce a transfer is executed at the tick that decided it, so before the bars that
   *     complete until the next
   */
  record Course(List<Move> moves, Ledger held, boolean atOnce) {
    Course {
      moves = List.copyOf(moves);
    }
  }

  BacktestResult(
      History history,
      int steps,
      boolean liquidated,
      Margins margins,
      Counts counts,
      Course course) {
    this.history = history;
    this.steps = steps;
    this.liquidated = liquidated;
    this.margins = margins;
    this.counts = counts;
    this.course = course;
  }

  /** What it was worked out on. */
  public History history() {
    return history;
  }

  /** Steps decided: all, or those before the account was liquidated. */
  public int steps() {
    return steps;
  }

  /** The exchange took the account; it stays so. */
  public boolean liquidated() {
    return liquidated;
  }

  /** The step at which it was gone, epoch milliseconds; empty while it lives. */
  public OptionalLong liquidatedBy() {
    return liquidated ? OptionalLong.of(history.timeMillis(steps)) : OptionalLong.empty();
  }

  /** The lowest uniMMR, tested at the adverse extreme of each bar, rounded down. */
  public Ratio lowestUniMmr() {
    return margins.lowest();
  }

  /** The mean uniMMR of the steps. */
  public double meanUniMmr() {
    return margins.mean();
  }

  /** The uniMMR that this share of the steps was below, to one part in 2048, rounded down. */
  public double uniMmrQuantile(double share) {
    return margins.quantile(share);
  }

  /** The level below which time was counted. */
  public Ratio countedBelow() {
    return new Ratio(Math.round(margins.low * Ratio.ONE.e8()));
  }

  /** How long uniMMR was below the level asked for, at the steps. */
  public long millisBelow() {
    return margins.belowMillis();
  }

  /** Every transfer that was sent and is settled, in order. */
  public List<Move> moves() {
    return course.moves();
  }

  /** The result step by step again, from the first. */
  public Trace trace() {
    return new Trace(history, steps, course);
  }

  /** Transfers that were executed. */
  public int transfers() {
    return (int) moves().stream().filter(move -> move.outcome() == Outcome.DONE).count();
  }

  /** Executed transfers that went the other way than the executed one before. */
  public int reversals() {
    int reversals = 0;
    Direction last = null;
    for (Move move : moves()) {
      if (move.outcome() == Outcome.DONE) {
        reversals += last != null && last != move.direction() ? 1 : 0;
        last = move.direction();
      }
    }
    return reversals;
  }

  /** How long it was walked: to its end, or until the account was liquidated. */
  public Duration span() {
    return Duration.ofMillis(history.timeMillis(last()) - history.timeMillis(0));
  }

  /** LDUSDT moved one way. */
  public Usdt moved(Direction direction) {
    return moves().stream()
        .filter(move -> move.outcome() == Outcome.DONE && move.direction() == direction)
        .map(Move::amount)
        .reduce(Usdt.ZERO, Usdt::plus);
  }

  /** Decisions that a rule refused, by rule. */
  public Map<Rule, Long> refused() {
    return counts.refused();
  }

  /** Steps at which the weight budget was used up. */
  public long skippedSteps() {
    return counts.skippedSteps();
  }

  /** The weight that the same ticks would have used live, of the exchange's several budgets. */
  public long weight() {
    return (long) steps * ACCOUNT_WEIGHT
        + counts.askedTransferable() * ASK_WEIGHT
        + (long) moves().size() * (HOLDINGS_WEIGHT + TRANSFER_WEIGHT);
  }

  /** LDUSDT in Futures on average over the steps, rounded down. */
  public Usdt meanInFutures() {
    BigInteger sum = course.held().sum(steps);
    return new Usdt(sum.divide(BigInteger.valueOf(Math.max(1, steps))).longValueExact());
  }

  /** Interest that LDUSDT earned, in whichever wallet. */
  public Usdt interest() {
    return history.ldusdt(last()).minus(history.ldusdt(0));
  }

  /** Funding paid; negative when more was received. */
  public Usdt funding() {
    return history.fundingPaid(last());
  }

  private int last() {
    return Math.max(0, steps - 1);
  }

  /**
   * True when the other fared better in what matters first: it was liquidated later or not at all,
   * or, where neither was, this one sank to the exchange's margin call and the other less far.
   */
  public boolean isWorseThan(BacktestResult other) {
    if (liquidated || other.liquidated) {
      return liquidated && (!other.liquidated || steps < other.steps);
    }
    return lowestUniMmr().compareTo(PortfolioMargin.MARGIN_CALL) <= 0
        && lowestUniMmr().compareTo(other.lowestUniMmr()) < 0;
  }
}
