package ballast.cli;

import ballast.config.AccountConfig;
import ballast.config.Config;
import ballast.decide.Decision;
import ballast.journal.Journal;
import ballast.notify.TickReport;
import ballast.strategy.Situation;
import ballast.strategy.Usdt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "once",
    description = {
      "Run one tick and print the decision and why.",
      "In live mode it asks for what run asks for: a passing check, and a policy that passes stress."
    })
final class OnceCommand extends Subcommand {
  @Mixin ConfigOption configuration = new ConfigOption();

  @Option(names = "--account", paramLabel = "ID", description = "One account (default: all).")
  @Nullable String account;

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  OnceCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    Config config = config(configuration.file);
    JournalPlace place = JournalOptions.of(config);
    return session.journals().with(place, journal -> tick(config, place, journal));
  }

  private int tick(Config config, JournalPlace place, Journal journal) {
    if (session.running().isPresent()) {
      return tick(session.running().get());
    }
    try (Wiring.Claim claim = session.wiring().claim(config, place, journal)) {
      new LiveGate(session, strategies(), configuration.file).require(config, journal, this::ticks);
      return tick(session.wiring().fleet(config, strategies(), journal, report -> {}, call -> {}));
    }
  }

  private int tick(Wiring.Fleet fleet) {
    List<Wiring.Station> stations =
        fleet.stations().stream().filter(station -> ticks(station.account())).toList();
    if (stations.isEmpty()) {
      throw new Failure(ExitCode.USAGE, "the configuration has no account " + account);
    }
    List<TickReport> reports = new ArrayList<>();
    stations.forEach(station -> reports.add(tick(station)));
    if (json) {
      print(
          new JsonLine()
              .with("ticks", reports.stream().map(OnceCommand::fields).toList())
              .toString());
    } else {
      reports.forEach(this::describe);
    }
    boolean unread = reports.stream().anyMatch(TickReport.Skipped.class::isInstance);
    return unread ? ExitCode.VENUE : ExitCode.DONE;
  }

  private boolean ticks(AccountConfig each) {
    return account == null || each.id().equals(account);
  }

  private static TickReport tick(Wiring.Station station) {
    TickReport report = station.tick().run();
    if (report instanceof TickReport.StoodBy stoodBy) {
      throw new Failure(
          ExitCode.JOURNAL,
          stoodBy.lease().describe()
              + ": stop that engine, or wait until its lease runs out, then tick again");
    }
    return report;
  }

  private void describe(TickReport report) {
    print(report.account() + " at " + Instant.ofEpochMilli(report.atMillis()));
    if (report instanceof TickReport.Decided decided) {
      Situation situation = decided.decision().facts().situation();
      print(
          "  uniMMR "
              + Margin.text(situation)
              + ": equity "
              + new Usdt(situation.equityE8())
              + ", maintenance margin "
              + new Usdt(situation.maintenanceMarginE8())
              + ", LDUSDT in Futures "
              + new Usdt(situation.ldusdtInFuturesE8()));
      decided
          .decision()
          .facts()
          .transferable()
          .ifPresent(
              asked ->
                  print("  transferable " + asked.direction() + ": " + asked.amount() + " LDUSDT"));
    }
    print("  " + report.describe());
  }

  private static Object fields(TickReport report) {
    JsonLine line =
        new JsonLine()
            .with("account", report.account())
            .with("time", Instant.ofEpochMilli(report.atMillis()).toString());
    if (report instanceof TickReport.Decided decided) {
      Decision decision = decided.decision();
      line.with("kind", decision.kind().name().toLowerCase(Locale.ROOT))
          .with("uniMmr", Margin.text(decision.facts().situation()))
          .with("direction", decision.direction().map(Enum::name).orElse(""))
          .with("proposed", decision.proposed().toString())
          .with("amount", decision.amount().toString())
          .with("rule", decision.rule().map(rule -> rule.label()).orElse(""))
          .with("reason", decision.reason())
          .with("state", decided.intent().map(intent -> intent.state().name()).orElse(""));
    } else {
      line.with("kind", "skipped").with("reason", ((TickReport.Skipped) report).reason());
    }
    return line.fields();
  }
}
