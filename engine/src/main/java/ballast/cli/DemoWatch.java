package ballast.cli;

import ballast.decide.Decision;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.JournalException;
import ballast.notify.Notifier;
import ballast.notify.TickReport;
import ballast.paper.DayFigures;
import ballast.paper.PaperExchange;
import ballast.paper.Scenario;
import ballast.report.Band;
import ballast.report.Course;
import ballast.report.Figure;
import ballast.report.Run;
import ballast.report.Series;
import ballast.report.Transfer;
import ballast.strategy.Ratio;
import ballast.strategy.Situation;
import ballast.strategy.Usdt;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * Watches a demo tick by tick: what it decided, how the account fared, and how the same account
 * fares when it is left alone. Times are the path's own. Safe for the thread that ticks and those
 * that look.
 */
final class DemoWatch implements Notifier {
  private final Scenario scenario;
  private final PaperExchange exchange;
  private final PaperExchange alone;
  private final Series.Recorder with = Series.recorder();
  private final Series.Recorder without = Series.recorder();
  private final Series.Recorder inFutures = Series.recorder();
  private final List<Intent> answered = new ArrayList<>();
  private final List<Long> ownNanos = new ArrayList<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private long ticks;
  private long decisions;
  private Ratio last = Ratio.ZERO;

  /**
   * @param exchange the account that the engine moves
   * @param alone a fork of it that nobody moves
   */
  DemoWatch(Scenario scenario, PaperExchange exchange, PaperExchange alone) {
    this.scenario = scenario;
    this.exchange = exchange;
    this.alone = alone;
  }

  @Override
  public synchronized void tell(TickReport report) {
    ticks++;
    if (report instanceof TickReport.Decided decided) {
      decisions++;
      observe(decided.decision());
      decided.intent().ifPresent(answered::add);
      if (decided.ownNanos() > 0) {
        ownNanos.add(decided.ownNanos());
      }
    }
    observeAlone(report.atMillis());
    if (report.atMillis() >= exchange.endMillis()) {
      end.complete(null);
    }
  }

  private void observe(Decision decision) {
    Situation situation = decision.facts().situation();
    long time = exchange.pathMillis(situation.nowMillis());
    inFutures.add(time, situation.ldusdtInFuturesE8());
    if (situation.maintenanceMarginE8() > 0 && exchange.liquidatedAt().isEmpty()) {
      last =
          Ratio.of(
              new Usdt(situation.equityE8()),
              new Usdt(situation.maintenanceMarginE8()),
              RoundingMode.FLOOR);
      with.add(time, last.e8());
    }
  }

  private void observeAlone(long now) {
    if (alone.liquidatedAt().isEmpty()) {
      alone.advanceTo(now);
      without.add(alone.pathMillis(now), alone.state().uniMmr().e8());
    }
  }

  /**
   * Waits for the tick at the end of the path.
   *
   * @throws JournalException when the journal breaks first
   */
  void awaitEnd(CompletableFuture<JournalException> broken) {
    if (CompletableFuture.anyOf(broken, end).join() instanceof JournalException failure) {
      throw failure;
    }
  }

  /** How much of the path is behind, 0 to 1000. */
  synchronized int permille() {
    long start = exchange.exchangeMillis(scenario.prices().startMillis());
    long span = Math.max(1, exchange.endMillis() - start);
    return (int) Math.min(1000, (exchange.nowMillis() - start) * 1000 / span);
  }

  synchronized long ticks() {
    return ticks;
  }

  synchronized long decisions() {
    return decisions;
  }

  /** How many transfers ended, at first answer, in this state. */
  synchronized long answered(IntentState state) {
    return answered.stream().filter(intent -> intent.state() == state).count();
  }

  /** The last uniMMR that the engine saw. */
  synchronized Ratio last() {
    return last;
  }

  /**
   * The engine's own time from the account's answer to the transfer, 99th percentile in
   * milliseconds; 0 when nothing was sent.
   */
  synchronized double ownP99Millis() {
    if (ownNanos.isEmpty()) {
      return 0;
    }
    List<Long> sorted = ownNanos.stream().sorted().toList();
    return sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1) / 1e6;
  }

  PaperExchange alone() {
    return alone;
  }

  /** The run so far, while it goes on; transfers stand as they were answered. */
  synchronized Run runSoFar() {
    Figure progress = new Figure("So far", permille() / 10 + " % of the path, " + ticks + " ticks");
    return run(answered, Optional.empty(), Optional.empty(), List.of(progress));
  }

  /** The run as its report shows it. */
  synchronized Run run(
      List<Intent> transfers,
      Optional<Run.Replayed> replay,
      Optional<Run.Weight> weight,
      List<Figure> figures) {
    return new Run(
        scenario.title(),
        scenario.reconstructed() ? "reconstructed path, no recording" : "recorded prices",
        notes(),
        figures,
        new Course(with.series(), exchange.lowestUniMmr(), onPath(exchange.liquidatedAt())),
        new Course(without.series(), alone.lowestUniMmr(), onPath(alone.liquidatedAt())),
        inFutures.series(),
        Band.of(scenario.demo().parameters()),
        transfers.stream().map(Transfer::of).map(this::onPath).toList(),
        replay,
        weight);
  }

  private Transfer onPath(Transfer transfer) {
    return transfer.at(exchange.pathMillis(transfer.decidedAtMillis()));
  }

  private OptionalLong onPath(OptionalLong exchangeMillis) {
    return exchangeMillis.isPresent()
        ? OptionalLong.of(exchange.pathMillis(exchangeMillis.getAsLong()))
        : exchangeMillis;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (DayFigures day : scenario.days()) {
      notes.add(
          day.date()
              + ": open "
              + new Ratio(day.openE8())
              + ", high "
              + new Ratio(day.highE8())
              + ", low "
              + new Ratio(day.lowE8())
              + ", close "
              + new Ratio(day.closeE8()));
    }
    return notes;
  }
}
