package ballast.report;

import ballast.journal.JournalReader;
import ballast.journal.Span;
import ballast.venue.ApiCall;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** A row for each day, account and endpoint: what the calls weighed and how long they took. */
final class WeightReport {
  private static final long MINUTE = 60_000;

  private static final List<Column<Used>> COLUMNS =
      List.of(
          Column.text("day", used -> used.key.day().date().toString()),
          Column.text("account", used -> used.key.account()),
          Column.text("endpoint", used -> used.key.endpoint()),
          count("calls", used -> used.calls),
          count("weight", used -> used.weight),
          count("busiestMinute", Used::busiestMinute),
          count("failed", used -> used.failed),
          count("meanMillis", used -> used.micros / used.calls / 1_000),
          count("longestMillis", used -> used.longestMicros / 1_000));

  private static final Chart<Used> CHART =
      new Chart<>(
          Chart.Form.STACKED,
          "Request weight by day",
          used -> used.key.day().date().toString(),
          used -> used.key.endpoint(),
          List.of(
              new Chart.Measure<>(
                  "weight", "with", used -> OptionalLong.of(used.weight * Chart.ONE))));

  private record Key(Day day, String account, String endpoint) {}

  private WeightReport() {}

  private static Column<Used> count(String name, ToLongFunction<Used> value) {
    return Column.count(name, used -> OptionalLong.of(value.applyAsLong(used)));
  }

  static Table<?> of(JournalReader journal, Span span, ZoneId zone) {
    Once<List<Used>> rows = new Once<>(() -> rows(journal, span, zone));
    return new Table<>("Request weight, " + zone, COLUMNS, sink -> rows.get().forEach(sink))
        .with(() -> totals(rows.get()))
        .with(CHART);
  }

  private static List<Used> rows(JournalReader journal, Span span, ZoneId zone) {
    Days days = new Days(zone);
    Map<Key, Used> used =
        new TreeMap<>(
            Comparator.comparingLong((Key key) -> key.day().fromMillis())
                .thenComparing(Key::account)
                .thenComparing(Key::endpoint));
    journal.calls(
        span,
        (account, call) ->
            used.computeIfAbsent(
                    new Key(days.of(call.atMillis()), account, call.method() + " " + call.path()),
                    Used::new)
                .add(call));
    return List.copyOf(used.values());
  }

  private static List<String> totals(List<Used> rows) {
    TreeMap<String, Long> accounts = new TreeMap<>();
    rows.forEach(used -> accounts.merge(used.key.account(), used.weight, Long::sum));
    return accounts.entrySet().stream()
        .map(one -> one.getKey() + ": " + one.getValue() + " request weight in all")
        .toList();
  }

  /** What one endpoint used on one day. */
  private static final class Used {
    private final Key key;
    private final Map<Long, Long> minutes = new HashMap<>();
    private long calls;
    private long weight;
    private long failed;
    private long micros;
    private long longestMicros;

    Used(Key key) {
      this.key = key;
    }

    void add(ApiCall call) {
      calls++;
      weight += call.weight();
      minutes.merge(Math.floorDiv(call.atMillis(), MINUTE), (long) call.weight(), Long::sum);
      failed += call.httpStatus() != 200 || call.code() != 0 ? 1 : 0;
      micros += call.latencyMicros();
      longestMicros = Math.max(longestMicros, call.latencyMicros());
    }

    long busiestMinute() {
      return minutes.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
  }
}
