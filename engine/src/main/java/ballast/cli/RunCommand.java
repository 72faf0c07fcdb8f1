package ballast.cli;

import ballast.config.Config;
import ballast.journal.Journal;
import ballast.tick.Blackout;
import ballast.tick.Schedule;
import ballast.tick.TickScheduler;
import ballast.web.ControlServer;
import ballast.web.WebServer;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "run",
    description = {
      "Run unattended: every account by its schedule, until SIGTERM or Ctrl-C.",
      "The tick in hand is finished first.",
      "The dashboard is on web.port of the configuration, http://127.0.0.1:8787/ unless set",
      "otherwise; its token is in the file dashboard-token in the engine's folder."
    })
final class RunCommand extends Subcommand {
  @Mixin ConfigOption configuration = new ConfigOption();

  RunCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    Config config = config(configuration.file);
    config.warnings().forEach(warning -> note("warning: " + warning));
    JournalPlace place = JournalOptions.of(config);
    try (Observation observation = new Observation(config, session.wiring());
        Journal journal = session.wiring().openJournal(place, observation.meters()::committed);
        Wiring.Claim claim = session.wiring().claim(config, place, journal)) {
      new LiveGate(session, strategies(), configuration.file)
          .require(config, journal, account -> true);
      Wiring.Fleet fleet =
          session
              .wiring()
              .fleet(
                  config,
                  strategies(),
                  journal,
                  observation.notifier(),
                  observation.meters()::called);
      try (ControlServer control = ControlServer.start(config.dir(), commands(journal, fleet));
          TickScheduler scheduler =
              new TickScheduler("ballast", fleet.clock(), fleet.speed(), fleet.stations().size());
          Alerting alerting =
              Alerting.start(
                  config, session.wiring(), journal, fleet, observation, scheduler.broken());
          WebServer web =
              observation.server(
                  journal, fleet, alerting.watch(), () -> scheduler.broken().isDone())) {
        for (Wiring.Station station : fleet.stations()) {
          scheduler.add(
              station.tick().account(),
              observation.measured(station.tick()),
              Schedule.parse(station.account().schedule()),
              Blackout.parse(station.account().blackout()));
        }
        scheduler.start();
        if (config.web().port() != 0) {
          web.startSoon();
        }
        note(
            "running "
                + fleet.stations().size()
                + " account(s), mode "
                + config.mode().text()
                + ", exchange "
                + config.exchange().rest()
                + ", journal in "
                + place);
        session.wiring().untilStopped(scheduler.broken());
      }
    }
    return ExitCode.DONE;
  }

  private ControlServer.Commands commands(Journal journal, Wiring.Fleet fleet) {
    return (directory, arguments, out, err) ->
        CommandLineInterface.execute(
            new Session(
                session.wiring(),
                Terminal.remote(directory, out, err),
                arguments,
                new JournalAccess.Held(journal),
                Optional.of(fleet)));
  }
}
