package ballast.stress;

import ballast.margin.Brackets;
import ballast.paper.PaperAccount;
import ballast.paper.Scenario;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.math.RoundingMode;

/**
 * An account at one moment, as far as a stress test needs to know it.
 *
 * @param equity USD after haircuts, with LDUSDT in Futures
 * @param maintenance margin, USD
 * @param inFutures LDUSDT in the futures wallet
 * @param inEarn LDUSDT in Earn, from where Ballast can take it
 */
public record AccountState(Usdt equity, Usdt maintenance, Usdt inFutures, Usdt inEarn) {
  public AccountState {
    if (maintenance.isNegative() || inFutures.isNegative() || inEarn.isNegative()) {
      throw new IllegalArgumentException(
          "maintenance margin and LDUSDT must not be negative, got "
              + maintenance
              + ", "
              + inFutures
              + " in Futures and "
              + inEarn
              + " in Earn");
    }
  }

  /**
   * The scenario with this account at its beginning: its whole margin as one long position in the
   * scenario's symbol, what equity there is beside LDUSDT in the USDT wallet.
   *
   * @param maintenanceRate maintenance margin for a unit of position, more than 0, at most 1
   */
  Scenario on(Scenario scenario, Ratio maintenanceRate) {
    PaperAccount terms = scenario.account();
    return scenario.withAccount(
        new PaperAccount(
            terms.symbol(),
            maintenance.dividedBy(maintenanceRate, RoundingMode.FLOOR),
            terms.strikesMonthly(),
            Brackets.flat(terms.symbol(), maintenanceRate),
            inFutures,
            inEarn,
            equity.minus(terms.collateral().value(inFutures)),
            terms.collateral(),
            terms.usdtInterest(),
            terms.interestFree()));
  }
}
