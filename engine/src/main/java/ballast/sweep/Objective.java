package ballast.sweep;

import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;

/**
 * What makes one policy better than another. Whichever it is, a policy that keeps uniMMR above the
 * floor is better than one that does not; of those that do not, the one that lives longer is
 * better, then the one that sinks less far.
 */
public sealed interface Objective {
  /** The uniMMR that must never be reached from above. */
  Ratio floor();

  /** What is made small, as the report names it. */
  String name();

  /** What is made small. */
  BigDecimal of(Walk walk);

  /** True when uniMMR was at the floor or below it. */
  default boolean isBreached(Walk walk) {
    return walk.liquidatedBy().isPresent() || walk.lowest().compareTo(floor()) <= 0;
  }

  /** The better walk first. */
  default Comparator<Walk> order() {
    return Comparator.comparing(this::isBreached)
        .thenComparing(
            (one, other) -> isBreached(one) && isBreached(other) ? hardierFirst(one, other) : 0)
        .thenComparing(this::of)
        .thenComparing(Walk::meanInFutures)
        .thenComparing(Walk::transfers);
  }

  private static int hardierFirst(Walk one, Walk other) {
    return one.steps() != other.steps()
        ? Integer.compare(other.steps(), one.steps())
        : other.lowest().compareTo(one.lowest());
  }

  /** Least LDUSDT in Futures on average: capital at the exchange's risk. */
  record LeastInFutures(Ratio floor) implements Objective {
    @Override
    public String name() {
      return "mean LDUSDT in Futures";
    }

    @Override
    public BigDecimal of(Walk walk) {
      return decimal(walk.meanInFutures());
    }
  }

  /** Fewest transfers, then least LDUSDT in Futures. */
  record FewestTransfers(Ratio floor) implements Objective {
    @Override
    public String name() {
      return "transfers";
    }

    @Override
    public BigDecimal of(Walk walk) {
      return BigDecimal.valueOf(walk.transfers());
    }
  }

  /**
   * Least cost by what each thing is worth to the operator; none of it is ever paid.
   *
   * @param transfer a transfer, USDT
   * @param capital LDUSDT in Futures, fraction a year
   * @param hourBelow an hour with uniMMR below the strategy's low, USDT
   */
  record LeastCost(Ratio floor, Usdt transfer, Ratio capital, Usdt hourBelow) implements Objective {
    private static final BigDecimal YEAR_MILLIS = BigDecimal.valueOf(365L * 86_400_000L);
    private static final BigDecimal HOUR_MILLIS = BigDecimal.valueOf(3_600_000L);

    @Override
    public String name() {
      return "cost at shadow prices";
    }

    @Override
    public BigDecimal of(Walk walk) {
      BigDecimal transfers = decimal(transfer).multiply(BigDecimal.valueOf(walk.transfers()));
      BigDecimal held =
          decimal(walk.meanInFutures())
              .multiply(BigDecimal.valueOf(capital.e8(), 8))
              .multiply(BigDecimal.valueOf(walk.spanMillis()))
              .divide(YEAR_MILLIS, 8, RoundingMode.CEILING);
      BigDecimal below =
          decimal(hourBelow)
              .multiply(BigDecimal.valueOf(walk.millisBelow()))
              .divide(HOUR_MILLIS, 8, RoundingMode.CEILING);
      return transfers.add(held).add(below);
    }
  }

  private static BigDecimal decimal(Usdt amount) {
    return BigDecimal.valueOf(amount.e8(), 8);
  }
}
