package ballast.report;

import ballast.journal.ChainHead;
import ballast.journal.JournalReader;
import ballast.journal.Span;
import java.util.List;
import java.util.OptionalLong;

/** Where each account's hash chain ends, and how to check it. */
final class AuditReport {
  private static final List<Column<ChainHead>> COLUMNS =
      List.of(
          Column.text("account", ChainHead::account),
          Column.count("links", head -> OptionalLong.of(head.links())),
          Column.text("head", ChainHead::hash));

  private static final List<String> CHECK =
      List.of(
          "A link is a row: a decision, a skipped tick, a transition, a foreign move or an operator's act.",
          "A head covers every link before it: keep heads where whoever can write the journal cannot.",
          "Check: ballast verify walks every link, decides every decision again and prints the heads;"
              + " as many links must have the same head, more links continue it.");

  private AuditReport() {}

  static Table<ChainHead> of(JournalReader journal, Span span) {
    return new Table<>(
            "Audit",
            COLUMNS,
            sink ->
                journal.heads().stream()
                    .filter(head -> span.account().map(head.account()::equals).orElse(true))
                    .forEach(sink))
        .with(() -> CHECK);
  }
}
