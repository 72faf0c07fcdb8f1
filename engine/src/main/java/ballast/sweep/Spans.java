package ballast.sweep;

import ballast.backtest.History;
import ballast.margin.PortfolioMargin;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.util.ArrayList;
import java.util.List;

/**
 * Growing parts of a past, for successive halving. They grow around the step at which the account
 * left alone stands lowest, so that a policy which does not survive the crash is dropped first and
 * not last.
 */
public final class Spans {
  private static final int ROUNDS = 6;

  private Spans() {}

  /** How many there are of a past this long. */
  public static int rounds(int steps) {
    int rounds = 1;
    while (rounds < ROUNDS && steps >> rounds > 1) {
      rounds++;
    }
    return rounds;
  }

  /** A thirty-second of the past, a sixteenth, and so on to the whole; fewer where it is short. */
  public static List<History> growing(History whole) {
    int worst = worst(whole);
    List<History> spans = new ArrayList<>();
    for (int round = rounds(whole.steps()) - 1; round > 0; round--) {
      int length = whole.steps() >> round;
      int from = Math.min(Math.max(0, worst - length / 2), whole.steps() - length);
      spans.add(whole.between(from, from + length));
    }
    spans.add(whole);
    return spans;
  }

  private static int worst(History history) {
    Usdt held = history.collateral().value(history.opening());
    int worst = 0;
    Ratio lowest = PortfolioMargin.NO_MARGIN;
    for (int step = 0; step < history.steps(); step++) {
      long equity = Math.addExact(history.netE8(step), held.e8());
      long margin = history.maintenanceE8(step);
      if (margin > 0 && lowest.compareQuotient(equity, margin) < 0) {
        lowest = PortfolioMargin.uniMmr(new Usdt(equity), new Usdt(margin));
        worst = step;
      }
    }
    return worst;
  }
}
