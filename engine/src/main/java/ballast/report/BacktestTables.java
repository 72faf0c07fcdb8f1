package ballast.report;

import ballast.backtest.BacktestResult;
import ballast.backtest.Trace;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A backtest step by step and transfer by transfer, for other tools. */
final class BacktestTables {
  private BacktestTables() {}

  /** The name of a policy's file beside the report: {@code transfers.csv}, {@code b-curve.csv}. */
  static String file(Backtested backtested, int policy, String kind) {
    String prefix = backtested.isComparison() ? backtested.name(policy) + "-" : "";
    return prefix.toLowerCase(Locale.ROOT) + kind + ".csv";
  }

  /** One step of the policy and of the account left alone, which is empty once that is gone. */
  private record Point(
      long millis,
      Usdt equity,
      Usdt maintenance,
      Ratio uniMmr,
      Ratio lowest,
      Usdt inFutures,
      Usdt inEarn,
      Optional<Usdt> fundingPaid,
      Optional<Usdt> interest,
      Optional<Usdt> equityAlone,
      Optional<Ratio> uniMmrAlone) {}

  static Table<?> curve(Backtested backtested, int policy) {
    BacktestResult result = backtested.policies().get(policy).result();
    return new Table<Point>(
        "Equity and margin",
        List.of(
            Column.time("time", Point::millis),
            money("equity", Point::equity),
            money("maintenance_margin", Point::maintenance),
            Column.ratio("unimmr", point -> Optional.of(point.uniMmr())),
            Column.ratio("unimmr_lowest", point -> Optional.of(point.lowest())),
            money("ldusdt_in_futures", Point::inFutures),
            money("ldusdt_in_earn", Point::inEarn),
            Column.money("funding_paid", Point::fundingPaid),
            Column.money("ldusdt_interest", Point::interest),
            Column.money("equity_left_alone", Point::equityAlone),
            Column.ratio("unimmr_left_alone", Point::uniMmrAlone)),
        sink -> points(result, backtested.leftAlone(), sink));
  }

  private static Column<Point> money(String name, Function<Point, Usdt> value) {
    return Column.money(name, point -> Optional.of(value.apply(point)));
  }

  private static void points(BacktestResult result, BacktestResult alone, Consumer<Point> sink) {
    Trace trace = result.trace();
    Trace beside = alone.trace();
    boolean modelled = result.history().isModelled();
    while (trace.next()) {
      boolean lives = beside.next();
      sink.accept(
          new Point(
              trace.timeMillis(),
              trace.equity(),
              trace.maintenance(),
              trace.uniMmr(),
              trace.lowestUniMmr(),
              trace.inFutures(),
              trace.inEarn(),
              Optional.of(trace.fundingPaid()).filter(amount -> modelled),
              Optional.of(trace.interest()).filter(amount -> modelled),
              lives ? Optional.of(beside.equity()) : Optional.empty(),
              lives ? Optional.of(beside.uniMmr()) : Optional.empty()));
    }
  }

  static Table<Transfer> transfers(Backtested backtested, int policy) {
    return new Table<>(
        "Transfers",
        List.of(
            Column.time("time", Transfer::decidedAtMillis),
            Column.text("direction", transfer -> transfer.direction().name()),
            Column.money("amount", transfer -> Optional.of(transfer.amount())),
            Column.text("state", Transfer::state),
            Column.text("reason", Transfer::reason)),
        sink ->
            backtested.policies().get(policy).result().moves().stream()
                .map(Transfer::of)
                .forEach(sink));
  }
}
