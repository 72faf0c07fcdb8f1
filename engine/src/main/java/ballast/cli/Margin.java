package ballast.cli;

import ballast.strategy.Ratio;
import ballast.strategy.Situation;
import ballast.strategy.Usdt;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** uniMMR as people read it. */
final class Margin {
  private Margin() {}

  /** Two decimals and an x, rounded down; a dash where there is no maintenance margin. */
  static String text(Situation situation) {
    return situation.maintenanceMarginE8() == 0
        ? "-"
        : text(
            Ratio.of(
                new Usdt(situation.equityE8()),
                new Usdt(situation.maintenanceMarginE8()),
                RoundingMode.FLOOR));
  }

  static String text(Ratio uniMmr) {
    return BigDecimal.valueOf(uniMmr.e8(), 8).setScale(2, RoundingMode.FLOOR).toPlainString() + "x";
  }
}
