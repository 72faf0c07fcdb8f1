package ballast.report;

import ballast.journal.JournalReader;
import ballast.journal.Span;
import ballast.strategy.Usdt;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** A row for each account and day, and a line for each account that must come out even. */
final class DailyReport {
  private static final List<Column<DailyRow>> COLUMNS =
      List.of(
          Column.text("day", row -> row.day().date().toString()),
          Column.text("account", DailyRow::account),
          count("holds", DailyRow::holds),
          count("refusals", DailyRow::refusals),
          count("moves", DailyRow::moves),
          count("skipped", DailyRow::skipped),
          Column.ratio("lowestUniMMR", DailyRow::lowestUniMmr),
          Column.money("opening", DailyRow::opening),
          Column.money("movedIn", row -> Optional.of(row.movedIn())),
          Column.money("movedOut", row -> Optional.of(row.movedOut())),
          Column.money("foreign", row -> Optional.of(row.foreign())),
          Column.money("closing", DailyRow::closing),
          Column.money("unexplained", DailyRow::unexplained),
          count("weight", DailyRow::weight));

  private static final Chart<DailyRow> CHART =
      new Chart<>(
          Chart.Form.BARS,
          "LDUSDT moved by day",
          row -> row.day().date().toString(),
          DailyRow::account,
          List.of(
              new Chart.Measure<>("moved in", "good", row -> OptionalLong.of(row.movedIn().e8())),
              new Chart.Measure<>(
                  "moved out", "even", row -> OptionalLong.of(-row.movedOut().e8()))));

  private DailyReport() {}

  private static Column<DailyRow> count(String name, ToLongFunction<DailyRow> value) {
    return Column.count(name, row -> OptionalLong.of(value.applyAsLong(row)));
  }

  static Table<DailyRow> of(JournalReader journal, Span span, ZoneId zone) {
    // added up once, when the first row is asked for
    Once<List<DailyRow>> rows = new Once<>(() -> DailyBook.rows(journal, span, zone));
    return new Table<>("Days, " + zone, COLUMNS, sink -> rows.get().forEach(sink))
        .with(() -> balances(rows.get()))
        .with(CHART);
  }

  /** Moved in − moved out + foreign = change, and what is left over, account by account. */
  private static List<String> balances(List<DailyRow> rows) {
    TreeMap<String, Balance> accounts = new TreeMap<>();
    for (DailyRow row : rows) {
      accounts.merge(row.account(), Balance.of(row), Balance::plus);
    }
    return accounts.entrySet().stream().map(one -> one.getKey() + ": " + one.getValue()).toList();
  }

  private record Balance(Usdt in, Usdt out, Usdt foreign, Usdt change, Usdt unexplained) {
    static Balance of(DailyRow row) {
      return new Balance(
          row.movedIn(),
          row.movedOut(),
          row.foreign(),
          row.change().orElse(Usdt.ZERO),
          row.unexplained().orElse(Usdt.ZERO));
    }

    Balance plus(Balance other) {
      return new Balance(
          in.plus(other.in),
          out.plus(other.out),
          foreign.plus(other.foreign),
          change.plus(other.change),
          unexplained.plus(other.unexplained));
    }

    @Override
    public String toString() {
      return in
          + " moved in - "
          + out
          + " moved out = "
          + in.minus(out)
          + " = "
          + change
          + " change in Futures - "
          + foreign
          + " foreign - "
          + unexplained
          + " unexplained";
    }
  }
}
