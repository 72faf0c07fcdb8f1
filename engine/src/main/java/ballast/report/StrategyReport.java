package ballast.report;

import ballast.decide.Decision;
import ballast.journal.JournalReader;
import ballast.journal.Policy;
import ballast.journal.RecordedTick.Decided;
import ballast.journal.Span;
import ballast.strategy.Ratio;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A row for each account and policy: by what it was decided, from when to when, how often what. */
final class StrategyReport {
  private record Key(String account, long policy) {}

  private StrategyReport() {}

  static Table<?> of(JournalReader journal, Span span, ZoneId zone) {
    return new Table<>(
        "Strategies, " + zone, columns(zone), sink -> rows(journal, span).forEach(sink));
  }

  private static List<Column<Used>> columns(ZoneId zone) {
    return List.of(
        Column.text("account", used -> used.key.account()),
        Column.count("policy", used -> OptionalLong.of(used.key.policy())),
        Column.text("strategy", used -> used.policy.strategy()),
        Column.text("parameters", used -> parameters(used.policy)),
        Column.text("mode", used -> used.policy.limits().dryRun() ? "dry run" : "moves"),
        Column.money("perTransfer", used -> Optional.of(used.policy.limits().perTransfer())),
        Column.money("perDay", used -> Optional.of(used.policy.limits().perDay())),
        Column.text("version", used -> used.policy.codeVersion()),
        Column.time("from", zone, used -> used.firstMillis),
        Column.time("to", zone, used -> used.lastMillis),
        count("holds", Decision.Kind.HOLD),
        count("refusals", Decision.Kind.REFUSED),
        count("moves", Decision.Kind.MOVE),
        Column.ratio("lowestUniMMR", used -> Optional.of(used.lowest)));
  }

  private static String parameters(Policy policy) {
    return policy.parameters().entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .collect(Collectors.joining(", "));
  }

  private static Column<Used> count(String name, Decision.Kind kind) {
    return Column.count(name, used -> OptionalLong.of(used.kinds.getOrDefault(kind, 0L)));
  }

  private static List<Used> rows(JournalReader journal, Span span) {
    Map<Key, Used> used =
        new TreeMap<>(Comparator.comparing(Key::account).thenComparingLong(Key::policy));
    journal.ticks(
        span,
        tick -> {
          if (tick instanceof Decided decided) {
            Key key = new Key(decided.account(), decided.policy());
            Used row = used.get(key);
            if (row == null) {
              row = new Used(key, journal.policy(key.policy()), decided);
              used.put(key, row);
            }
            row.add(decided);
          }
        });
    return List.copyOf(used.values());
  }

  /** How one policy was used. */
  private static final class Used {
    private final Key key;
    private final Policy policy;
    private final Map<Decision.Kind, Long> kinds = new EnumMap<>(Decision.Kind.class);
    private final long firstMillis;
    private long lastMillis;
    private Ratio lowest;

    Used(Key key, Policy policy, Decided first) {
      this.key = key;
      this.policy = policy;
      this.firstMillis = first.atMillis();
      this.lastMillis = first.atMillis();
      this.lowest = first.snapshot().uniMmr();
    }

    void add(Decided decided) {
      kinds.merge(decided.decision().kind(), 1L, Long::sum);
      lastMillis = decided.atMillis();
      if (decided.snapshot().uniMmr().e8() < lowest.e8()) {
        lowest = decided.snapshot().uniMmr();
      }
    }
  }
}
