package ballast.report;

import ballast.journal.Intent;
import ballast.journal.JournalReader;
import ballast.journal.Span;
import ballast.strategy.Direction;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Every intent of a span as it stands now. The column names are a promise to scripts. */
final class TransfersReport {
  private static final Chart<Intent> CHART =
      new Chart<>(
          Chart.Form.BARS,
          "LDUSDT decided to move, into Futures above, to Earn below",
          intent -> Shown.minute(intent.decidedAtMillis()),
          Intent::account,
          List.of(new Chart.Measure<>("LDUSDT", "with", TransfersReport::signed)));

  private TransfersReport() {}

  static Table<Intent> of(JournalReader journal, Span span, ZoneId zone) {
    return new Table<Intent>(
            "Transfers, " + zone, columns(zone), sink -> journal.intents(span).forEach(sink))
        .with(CHART);
  }

  private static OptionalLong signed(Intent intent) {
    long e8 = intent.amount().e8();
    return OptionalLong.of(intent.direction() == Direction.EARN_TO_FUTURE ? e8 : -e8);
  }

  private static List<Column<Intent>> columns(ZoneId zone) {
    return List.of(
        Column.count("intent", intent -> OptionalLong.of(intent.id())),
        Column.text("account", Intent::account),
        Column.text("direction", intent -> intent.direction().name()),
        Column.money("amount", intent -> Optional.of(intent.amount())),
        Column.text("state", intent -> intent.state().name()),
        Column.time("decidedAt", zone, Intent::decidedAtMillis),
        Column.optionalTime("sentAt", zone, Intent::sentAtMillis),
        Column.optionalTime("settledAt", zone, Intent::settledAtMillis),
        Column.text("reason", Intent::reason));
  }
}
