package ballast.cli;

import ballast.config.AccountConfig;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.Parameter;
import ballast.strategy.Parameter.Kind;
import ballast.strategy.Ratio;
import ballast.strategy.StrategyFactory;
import ballast.strategy.Usdt;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a strategy's ratios mean in money for an account as it is now, so that a slip of a decimal
 * is seen before it costs.
 */
final class BandExample {
  private BandExample() {}

  static List<String> lines(
      AccountConfig account, StrategyFactory strategy, AccountSnapshot snapshot) {
    List<String> lines = new ArrayList<>();
    if (!snapshot.maintenanceMargin().isPositive()) {
      lines.add("no maintenance margin now, so no ratio has a meaning in money");
      return lines;
    }
    lines.add(
        "with today's maintenance margin of "
            + snapshot.maintenanceMargin()
            + " USD and equity of "
            + snapshot.equity()
            + " USD:");
    for (Parameter parameter : strategy.parameters()) {
      String text = account.parameters().get(parameter.name());
      if (parameter.kind() == Kind.RATIO && text != null) {
        lines.add(line(parameter.name(), Kind.ratio(text), snapshot));
      }
    }
    return lines;
  }

  private static String line(String name, Ratio ratio, AccountSnapshot snapshot) {
    Usdt equity = snapshot.maintenanceMargin().times(ratio, RoundingMode.FLOOR);
    Usdt difference = equity.minus(snapshot.equity());
    return "  "
        + name
        + " "
        + ratio
        + "x is equity of "
        + whole(equity)
        + " USD, "
        + (difference.isNegative()
            ? whole(difference.negated()) + " USD less than now"
            : whole(difference) + " USD more than now");
  }

  private static String whole(Usdt amount) {
    return String.format(Locale.ROOT, "%,d", amount.e8() / Usdt.of(1).e8());
  }
}
