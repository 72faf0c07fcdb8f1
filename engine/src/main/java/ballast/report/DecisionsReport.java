package ballast.report;

import ballast.decide.Decision;
import ballast.decide.Rule;
import ballast.journal.JournalReader;
import ballast.journal.RecordedTick;
import ballast.journal.RecordedTick.Decided;
import ballast.journal.RecordedTick.Skipped;
import ballast.journal.Span;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Situation;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Every tick of a span: what was known, what was decided and why. */
final class DecisionsReport {
  /** uniMMR is shown with four decimals, rounded down: never safer than it is. */
  private static final long SHOWN_E8 = 10_000;

  private static final Chart<RecordedTick> CHART =
      new Chart<>(
          Chart.Form.LINE,
          "uniMMR as it was read",
          tick -> Shown.minute(tick.atMillis()),
          RecordedTick::account,
          List.of(new Chart.Measure<>("uniMMR", "with", DecisionsReport::read)));

  private DecisionsReport() {}

  static Table<RecordedTick> of(JournalReader journal, Span span, ZoneId zone) {
    return new Table<RecordedTick>(
            "Decisions, " + zone, columns(zone), sink -> journal.ticks(span, sink))
        .with(CHART);
  }

  private static OptionalLong read(RecordedTick tick) {
    return tick instanceof Decided decided
        ? OptionalLong.of(decided.snapshot().uniMmr().e8())
        : OptionalLong.empty();
  }

  private static List<Column<RecordedTick>> columns(ZoneId zone) {
    return List.of(
        Column.count("sequence", tick -> OptionalLong.of(tick.sequence())),
        Column.text("account", RecordedTick::account),
        Column.time("time", zone, RecordedTick::atMillis),
        Column.text("kind", DecisionsReport::kind),
        Column.optionalText("direction", of(decision -> decision.direction().map(Direction::name))),
        Column.ratio("uniMMR", of(decision -> uniMmr(situation(decision)))),
        Column.money("equity", of(decision -> usdt(situation(decision).equityE8()))),
        Column.money(
            "maintenanceMargin", of(decision -> usdt(situation(decision).maintenanceMarginE8()))),
        Column.money(
            "ldusdtInFutures", of(decision -> usdt(situation(decision).ldusdtInFuturesE8()))),
        Column.money(
            "transferable",
            of(decision -> decision.facts().transferable().map(Transferable::amount))),
        Column.money("proposed", of(decision -> moved(decision.proposed()))),
        Column.money("amount", of(decision -> moved(decision.amount()))),
        Column.optionalText("rule", of(decision -> decision.rule().map(Rule::label))),
        Column.text("reason", DecisionsReport::reason),
        Column.count("intent", DecisionsReport::intent),
        Column.money("expectedFunding", of(DecisionsReport::funding)));
  }

  /** A skipped tick decided nothing: it has none of a decision's values. */
  private static <T> Function<RecordedTick, Optional<T>> of(Function<Decision, Optional<T>> value) {
    return tick ->
        tick instanceof Decided decided ? value.apply(decided.decision()) : Optional.empty();
  }

  private static String kind(RecordedTick tick) {
    return tick instanceof Decided decided
        ? decided.decision().kind().name().toLowerCase(Locale.ROOT)
        : "skipped";
  }

  private static String reason(RecordedTick tick) {
    return tick instanceof Decided decided
        ? decided.decision().reason()
        : ((Skipped) tick).reason();
  }

  private static OptionalLong intent(RecordedTick tick) {
    return tick instanceof Decided decided && decided.intent() != 0
        ? OptionalLong.of(decided.intent())
        : OptionalLong.empty();
  }

  private static Situation.Recorded situation(Decision decision) {
    return decision.facts().situation();
  }

  private static Optional<Usdt> funding(Decision decision) {
    long e8 = situation(decision).fundingE8();
    return e8 == Situation.UNKNOWN ? Optional.empty() : usdt(e8);
  }

  private static Optional<Usdt> usdt(long e8) {
    return Optional.of(new Usdt(e8));
  }

  /** Zero stands for "nothing was proposed" or "nothing is moved", and is left empty. */
  private static Optional<Usdt> moved(Usdt amount) {
    return amount.isPositive() ? Optional.of(amount) : Optional.empty();
  }

  /** Equity / maintenance margin; without a margin there is no such number. */
  private static Optional<Ratio> uniMmr(Situation.Recorded situation) {
    if (situation.maintenanceMarginE8() == 0) {
      return Optional.empty();
    }
    try {
      long exactE8 =
          Ratio.of(
                  new Usdt(situation.equityE8()),
                  new Usdt(situation.maintenanceMarginE8()),
                  RoundingMode.FLOOR)
              .e8();
      return Optional.of(new Ratio(Math.floorDiv(exactE8, SHOWN_E8) * SHOWN_E8));
    } catch (ArithmeticException tooLarge) {
      // a margin of next to nothing: as good as none, and no reason to lose the whole report
      return Optional.empty();
    }
  }
}
