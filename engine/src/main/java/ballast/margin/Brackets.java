package ballast.margin;

import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.math.RoundingMode;
import java.util.List;

/**
 * The maintenance brackets of one symbol: the larger the position, the higher the rate on what
 * exceeds each floor. As the exchange publishes them, with the quick amount that turns the tiered
 * sum into one product: margin = notional × rate − quick amount.
 *
 * @param symbol such as BTCUSDT
 * @param brackets ascending, the first from zero, each beginning where the one before it ends
 */
public record Brackets(String symbol, List<Bracket> brackets) {
  /**
   * One step of the table.
   *
   * @param floor notional from which the rate holds, USDT
   * @param cap notional up to which it holds; the last bracket holds beyond its cap too
   * @param rate maintenance margin rate, 0 to 1
   * @param quickAmount USDT taken off notional × rate
   */
  public record Bracket(Usdt floor, Usdt cap, Ratio rate, Usdt quickAmount) {
    public Bracket {
      if (floor.isNegative() || cap.compareTo(floor) <= 0) {
        throw new IllegalArgumentException(
            "a maintenance bracket must rise from its floor, got " + floor + " to " + cap);
      }
      if (!rate.isPositive() || rate.compareTo(Ratio.ONE) > 0) {
        throw new IllegalArgumentException(
            "a maintenance rate must be more than 0 and at most 1, got " + rate);
      }
    }
  }

  public Brackets {
    brackets = List.copyOf(brackets);
    if (brackets.isEmpty()) {
      throw new IllegalArgumentException(symbol + " needs at least one maintenance bracket");
    }
    Usdt floor = Usdt.ZERO;
    Usdt quick = Usdt.ZERO;
    Ratio rate = Ratio.ZERO;
    for (Bracket bracket : brackets) {
      requireJoin(symbol, bracket, floor);
      Ratio rise = new Ratio(bracket.rate().e8() - rate.e8());
      quick = quick.plus(bracket.floor().times(rise, RoundingMode.FLOOR));
      requireQuickAmount(symbol, bracket, quick);
      floor = bracket.cap();
      rate = bracket.rate();
    }
  }

  /** One rate for every size. */
  public static Brackets flat(String symbol, Ratio rate) {
    return new Brackets(
        symbol, List.of(new Bracket(Usdt.ZERO, Usdt.of(1_000_000_000), rate, Usdt.ZERO)));
  }

  /**
   * Maintenance margin of a position of this notional, rounded up.
   *
   * @param notionalE8 USDT × 1e8, not negative
   * @return USDT × 1e8
   */
  public long maintenanceE8(long notionalE8) {
    Bracket bracket = brackets.get(0);
    for (int i = 1; i < brackets.size() && notionalE8 > brackets.get(i).floor().e8(); i++) {
      bracket = brackets.get(i);
    }
    return E8.timesCeiling(notionalE8, bracket.rate().e8()) - bracket.quickAmount().e8();
  }

  private static void requireJoin(String symbol, Bracket bracket, Usdt floor) {
    if (!bracket.floor().equals(floor)) {
      throw new IllegalArgumentException(
          symbol
              + ": maintenance brackets must join: one ends at "
              + floor
              + ", the next begins at "
              + bracket.floor());
    }
  }

  private static void requireQuickAmount(String symbol, Bracket bracket, Usdt expected) {
    if (!bracket.quickAmount().equals(expected)) {
      throw new IllegalArgumentException(
          symbol
              + ": the bracket from "
              + bracket.floor()
              + " needs the quick amount "
              + expected
              + ", or the margin jumps there; got "
              + bracket.quickAmount());
    }
  }
}
