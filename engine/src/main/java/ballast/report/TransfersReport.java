package ballast.report;

import ballast.journal.Intent;
import ballast.journal.JournalReader;
import ballast.journal.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Every intent of a span as it stands now. The column names are a promise to scripts. */
final class TransfersReport {
  private static final List<Column<Intent>> COLUMNS =
      List.of(
          Column.count("intent", intent -> OptionalLong.of(intent.id())),
          Column.text("account", Intent::account),
          Column.text("direction", intent -> intent.direction().name()),
          Column.money("amount", intent -> Optional.of(intent.amount())),
          Column.text("state", intent -> intent.state().name()),
          Column.time("decidedAt", Intent::decidedAtMillis),
          Column.optionalTime("sentAt", Intent::sentAtMillis),
          Column.optionalTime("settledAt", Intent::settledAtMillis),
          Column.text("reason", Intent::reason));

  private TransfersReport() {}

  static Table<Intent> of(JournalReader journal, Span span) {
    return new Table<>("Transfers", COLUMNS, sink -> journal.intents(span).forEach(sink));
  }
}
