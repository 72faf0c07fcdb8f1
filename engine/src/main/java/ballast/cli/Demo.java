package ballast.cli;

import ballast.config.FileCause;
import ballast.journal.Intent;
import ballast.journal.Journal;
import ballast.journal.Span;
import ballast.notify.Notifier;
import ballast.paper.Faults;
import ballast.paper.PaperClock;
import ballast.paper.PaperExchange;
import ballast.paper.PaperLogin;
import ballast.paper.PaperServer;
import ballast.paper.Scenario;
import ballast.replay.Replay;
import ballast.replay.Replayed;
import ballast.report.Run;
import ballast.report.RunReport;
import ballast.report.SvgChart;
import ballast.report.WholeFiles;
import ballast.strategy.StrategyFactory;
import ballast.tick.Blackout;
import ballast.tick.Schedule;
import ballast.tick.Tick;
import ballast.tick.TickScheduler;
import ballast.web.LivePage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The engine on a scenario: the paper exchange behind real HTTP, the journal on disk, the very tick
 * that runs live; and beside it the same account left alone.
 */
final class Demo {
  private static final String ACCOUNT = "main";

  private final Session session;
  private final Map<String, StrategyFactory> strategies;
  private final Scenario scenario;
  private final Path directory;
  private final OptionalLong speed;
  private final boolean page;

  /**
   * @param speed exchange seconds per second; empty to crank by hand as fast as it goes
   * @param page show the running demo on a loopback page
   */
  Demo(
      Session session,
      Map<String, StrategyFactory> strategies,
      Scenario scenario,
      Path directory,
      OptionalLong speed,
      boolean page) {
    this.session = session;
    this.strategies = strategies;
    this.scenario = scenario;
    this.directory = directory;
    this.speed = speed;
    this.page = page;
  }

  DemoResult run() {
    Wiring wiring = session.wiring();
    long begun = wiring.nanoTime().getAsLong();
    PaperClock clock =
        speed.isPresent()
            ? new PaperClock(wiring.clock(), wiring.nanoTime(), speed.getAsLong())
            : PaperClock.cranked(wiring.clock().millis());
    PaperExchange exchange = new PaperExchange(scenario, clock.startMillis());
    DemoWatch watch = new DemoWatch(scenario, exchange, exchange.fork());
    JournalPlace place = new JournalPlace(directory, Optional.empty(), Optional.empty());
    try (PaperServer server =
            wiring.paperServer(List.of(PaperLogin.of(exchange)), clock, Faults.none(), true, 0);
        Journal journal = wiring.openJournal(place)) {
      Tick tick = tick(URI.create(server.url()), clock, journal, watch);
      try (DemoProgress progress = new DemoProgress(session.terminal(), scenario.title(), watch);
          LivePage live = page ? LivePage.start(() -> html(watch)) : LivePage.none()) {
        live.address()
            .ifPresent(address -> session.terminal().err().println("watch it on " + address));
        progress.start();
        go(tick, clock, exchange, watch);
      }
      journal.flush();
      double seconds = (wiring.nanoTime().getAsLong() - begun) / 1e9;
      return result(journal, exchange, watch, seconds);
    }
  }

  private Tick tick(URI uri, PaperClock clock, Journal journal, Notifier watch) {
    return session
        .wiring()
        .demoTick(ACCOUNT, scenario.demo(), strategies, uri, clock, journal, watch);
  }

  private void go(Tick tick, PaperClock clock, PaperExchange exchange, DemoWatch watch) {
    if (speed.isEmpty()) {
      crank(tick, clock, exchange.endMillis());
    } else {
      schedule(tick, clock, watch);
    }
  }

  /**
   * The last tick comes at the very end of the path, where it settles what the one before it moved.
   */
  private void crank(Tick tick, PaperClock clock, long endMillis) {
    tick.run();
    while (clock.millis() < endMillis) {
      clock.advance(
          Duration.ofMillis(Math.min(scenario.tick().toMillis(), endMillis - clock.millis())));
      tick.run();
    }
  }

  private void schedule(Tick tick, PaperClock clock, DemoWatch watch) {
    try (TickScheduler scheduler = new TickScheduler("demo", clock, clock::speed, 1)) {
      scheduler.add(tick, new Schedule.Every(scenario.tick()), Blackout.parse(List.of()));
      scheduler.start();
      watch.awaitEnd(scheduler.broken());
    }
  }

  private String html(DemoWatch watch) {
    StringWriter page = new StringWriter();
    try {
      RunReport.write(watch.runSoFar(), page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page.toString();
  }

  private DemoResult result(
      Journal journal, PaperExchange exchange, DemoWatch watch, double seconds) {
    Replayed replay = new Replay(journal.reader(), strategies).again(Span.everything());
    long[] weight = new long[1];
    journal.reader().calls(Span.everything(), (account, call) -> weight[0] += call.weight());
    List<Intent> intents = journal.reader().intents(Span.everything());
    Path report = directory.resolve("report.html");
    DemoResult result =
        new DemoResult(
            scenario,
            exchange,
            watch,
            replay,
            weight[0],
            seconds,
            FsyncProbe.p99Millis(directory),
            report,
            directory);
    Run run = result.run(intents);
    try (WholeFiles files = new WholeFiles()) {
      files.write(report, writer -> RunReport.write(run, writer));
      files.write(directory.resolve("chart.svg"), writer -> SvgChart.write(run, writer));
      files.complete();
    } catch (IOException e) {
      throw new Failure(ExitCode.USAGE, report + " could not be written: " + FileCause.of(e));
    }
    return result;
  }
}
