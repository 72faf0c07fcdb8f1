package ballast.report;

import ballast.journal.JournalReader;
import ballast.journal.OperatorAct;
import ballast.journal.Span;
import ballast.strategy.Direction;
import ballast.venue.ApiCall;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** Rows of the journal as they are, for exports. */
final class JournalTables {
  /** A call with the account that it was made for. */
  private record Made(String account, ApiCall call) {}

  private static final List<Column<Made>> CALLS =
      List.of(
          Column.text("account", Made::account),
          Column.time("time", made -> made.call().atMillis()),
          Column.text("method", made -> made.call().method()),
          Column.text("path", made -> made.call().path()),
          count("httpStatus", made -> made.call().httpStatus()),
          count("code", made -> made.call().code()),
          count("weight", made -> made.call().weight()),
          count("latencyMicros", made -> made.call().latencyMicros()));

  private static final List<Column<OperatorAct>> ACTS =
      List.of(
          Column.text("account", OperatorAct::account),
          Column.time("time", OperatorAct::atMillis),
          Column.text("kind", act -> act.kind().name()),
          Column.optionalText("direction", act -> act.direction().map(Direction::name)),
          Column.count(
              "intent",
              act -> act.intent() == 0 ? OptionalLong.empty() : OptionalLong.of(act.intent())),
          Column.text("reason", OperatorAct::reason));

  private JournalTables() {}

  private static Column<Made> count(String name, ToLongFunction<Made> value) {
    return Column.count(name, made -> OptionalLong.of(value.applyAsLong(made)));
  }

  static Table<?> calls(JournalReader journal, Span span) {
    return new Table<>(
        "Calls",
        CALLS,
        sink -> journal.calls(span, (account, call) -> sink.accept(new Made(account, call))));
  }

  static Table<?> acts(JournalReader journal, Span span) {
    return new Table<>("Acts", ACTS, sink -> journal.acts(span).forEach(sink));
  }
}
