package ballast.notify;

import ballast.alert.AccountView;
import ballast.alert.DayTally;
import ballast.strategy.Ratio;
import ballast.strategy.Situation;
import ballast.strategy.Usdt;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Counts each account's ticks for the next digest. Safe for several threads. */
public final class Days implements Notifier {
  private Map<String, DayTally> tallies = new TreeMap<>();

  @Override
  public void tell(TickReport report) {
    if (report instanceof TickReport.Decided decided) {
      Ratio uniMmr = uniMmr(decided.decision().facts().situation());
      add(
          report,
          day ->
              switch (decided.decision().kind()) {
                case HOLD -> day.hold(uniMmr);
                case REFUSED -> day.refusal(uniMmr);
                case MOVE -> day.move(uniMmr);
              });
    } else if (report instanceof TickReport.Skipped) {
      add(report, DayTally::skip);
    }
  }

  private synchronized void add(TickReport report, UnaryOperator<DayTally> counting) {
    tallies.put(
        report.account(), counting.apply(tallies.getOrDefault(report.account(), DayTally.NONE)));
  }

  /** What was counted since the last time this was asked. */
  synchronized Map<String, DayTally> take() {
    Map<String, DayTally> taken = tallies;
    tallies = new TreeMap<>();
    return taken;
  }

  /** Of an account without positions, which needs no margin, more than any level. */
  public static Ratio uniMmr(Situation.Recorded situation) {
    return situation.maintenanceMarginE8() == 0
        ? AccountView.NO_MARGIN_NEEDED
        : Ratio.of(
            new Usdt(situation.equityE8()),
            new Usdt(situation.maintenanceMarginE8()),
            RoundingMode.FLOOR);
  }
}
