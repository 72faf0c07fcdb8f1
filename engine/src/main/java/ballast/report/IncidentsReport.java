package ballast.report;

import ballast.alert.Delivery;
import ballast.journal.ForeignMove;
import ballast.journal.IntentState;
import ballast.journal.IntentStep;
import ballast.journal.JournalReader;
import ballast.journal.OperatorAct;
import ballast.journal.RecordedTick.Skipped;
import ballast.journal.Span;
import ballast.venue.ApiCall;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Whatever was not routine, in order. */
final class IncidentsReport {
  private static final Set<IntentState> ROUTINE =
      Set.of(
          IntentState.INTENT,
          IntentState.SENDING,
          IntentState.CONFIRMED,
          IntentState.APPLIED,
          IntentState.SETTLED);

  /** One of them; the intent is 0 where there is none. */
  private record Incident(long atMillis, String account, String kind, long intent, String detail) {}

  private IncidentsReport() {}

  static Table<?> of(JournalReader journal, Span span, ZoneId zone) {
    return new Table<>(
        "Incidents, " + zone, columns(zone), sink -> incidents(journal, span).forEach(sink));
  }

  private static List<Column<Incident>> columns(ZoneId zone) {
    return List.of(
        Column.time("time", zone, Incident::atMillis),
        Column.text("account", Incident::account),
        Column.text("kind", Incident::kind),
        Column.count(
            "intent",
            incident ->
                incident.intent() == 0 ? OptionalLong.empty() : OptionalLong.of(incident.intent())),
        Column.text("detail", Incident::detail));
  }

  private static List<Incident> incidents(JournalReader journal, Span span) {
    List<Incident> found = new ArrayList<>();
    journal.ticks(
        span,
        tick -> {
          if (tick instanceof Skipped skipped) {
            found.add(
                new Incident(
                    skipped.atMillis(), skipped.account(), "SKIPPED", 0, skipped.reason()));
          }
        });
    // what was decided before the span may have gone wrong in it
    journal.steps(span.ofAllTime()).stream()
        .filter(step -> span.covers(step.atMillis()) && !ROUTINE.contains(step.state()))
        .map(IncidentsReport::of)
        .forEach(found::add);
    journal.foreign(span).stream().map(IncidentsReport::of).forEach(found::add);
    journal.acts(span).stream().map(IncidentsReport::of).forEach(found::add);
    journal.calls(
        span,
        (account, call) -> {
          if (isRefusal(call)) {
            found.add(of(account, call));
          }
        });
    journal.deliveries(span).stream()
        .filter(delivery -> delivery.outcome() != Delivery.Outcome.DELIVERED)
        .map(IncidentsReport::of)
        .forEach(found::add);
    found.sort(Comparator.comparingLong(Incident::atMillis));
    return found;
  }

  private static Incident of(IntentStep step) {
    return new Incident(
        step.atMillis(), step.account(), step.state().name(), step.intent(), step.detail());
  }

  private static Incident of(ForeignMove move) {
    return new Incident(
        move.atMillis(),
        move.account(),
        "FOREIGN",
        0,
        move.before() + " to " + move.now() + " LDUSDT in Futures");
  }

  private static Incident of(OperatorAct act) {
    return new Incident(
        act.atMillis(),
        act.account(),
        act.kind().name(),
        act.intent(),
        act.direction().map(direction -> direction + ": ").orElse("") + act.reason());
  }

  private static Incident of(Delivery delivery) {
    return new Incident(
        delivery.atMillis(),
        delivery.notice().account(),
        "ALERT_" + delivery.outcome(),
        0,
        delivery.channel() + ": " + delivery.notice().rule() + ": " + delivery.failure());
  }

  private static boolean isRefusal(ApiCall call) {
    return call.httpStatus() == 403 || call.httpStatus() == 418 || call.httpStatus() == 429;
  }

  private static Incident of(String account, ApiCall call) {
    return new Incident(
        call.atMillis(),
        account,
        call.httpStatus() == 429 ? "LIMITED" : "BANNED",
        0,
        call.method() + " " + call.path() + " answered " + call.httpStatus());
  }
}
