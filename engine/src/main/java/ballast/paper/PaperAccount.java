package ballast.paper;

import ballast.margin.Brackets;
import ballast.margin.Brackets.Bracket;
import ballast.strategy.Collateral;
import ballast.strategy.Collateral.Tier;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.util.List;

/**
 * What an account holds when a path begins, and the terms that the exchange gives it. What Binance
 * does not publish about them is an assumption here and a setting of the scenario.
 *
 * @param symbol the one perpetual that is held
 * @param notional USDT at entry, negative for a short; zero for no position
 * @param strikesMonthly bring the position back to this notional at the first row of each month, so
 *     that years stay comparable; the USDT wallet goes back to its opening amount, what the month
 *     made is taken out and what it lost is paid in
 * @param brackets maintenance margin of the symbol
 * @param ldusdtInFutures LDUSDT in the futures wallet
 * @param ldusdtInEarn LDUSDT in Simple Earn
 * @param usdt the USDT wallet; may be negative
 * @param collateral index price and tiers of LDUSDT
 * @param usdtInterest fraction a year, charged on a negative USDT wallet at 00:00 UTC
 * @param interestFree what the USDT wallet may be below zero without interest
 */
public record PaperAccount(
    String symbol,
    Usdt notional,
    boolean strikesMonthly,
    Brackets brackets,
    Usdt ldusdtInFutures,
    Usdt ldusdtInEarn,
    Usdt usdt,
    Collateral collateral,
    Ratio usdtInterest,
    Usdt interestFree) {
  private static final PaperAccount STANDARD =
      new PaperAccount(
          "BTCUSDT",
          Usdt.of(1_000_000),
          true,
          new Brackets(
              "BTCUSDT",
              List.of(
                  new Bracket(Usdt.ZERO, Usdt.of(5_000_000), Ratio.parse("0.05"), Usdt.ZERO),
                  new Bracket(
                      Usdt.of(5_000_000),
                      Usdt.of(50_000_000),
                      Ratio.parse("0.1"),
                      Usdt.of(250_000)))),
          Usdt.of(400_000),
          Usdt.of(700_000),
          Usdt.ZERO,
          new Collateral(
              Ratio.ONE,
              List.of(
                  new Tier(Usdt.ZERO, Usdt.of(1_200_000), Ratio.parse("0.999")),
                  new Tier(Usdt.of(1_200_000), Usdt.of(2_000_000), Ratio.parse("0.975")))),
          Ratio.parse("0.08"),
          Usdt.ZERO);

  public PaperAccount {
    if (ldusdtInFutures.isNegative() || ldusdtInEarn.isNegative()) {
      throw new IllegalArgumentException(
          "LDUSDT must not be negative, got "
              + ldusdtInFutures
              + " in Futures and "
              + ldusdtInEarn
              + " in Earn");
    }
    if (!symbol.equals(brackets.symbol())) {
      throw new IllegalArgumentException(
          "the position is in " + symbol + ", the brackets are of " + brackets.symbol());
    }
  }

  /**
   * The account when only prices are given: 1,000,000 USDT long BTCUSDT at 5 % maintenance, 400,000
   * LDUSDT in Futures and 700,000 in Earn, the collateral tiers of RWUSD. March 2020 liquidates it
   * if it is left alone and does not if Ballast keeps it.
   */
  public static PaperAccount standard() {
    return STANDARD;
  }
}
