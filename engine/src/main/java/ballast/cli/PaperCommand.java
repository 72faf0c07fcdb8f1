package ballast.cli;

import ballast.market.MarketFileException;
import ballast.paper.Faults;
import ballast.paper.PaperClock;
import ballast.paper.PaperExchange;
import ballast.paper.PaperLogin;
import ballast.paper.PaperServer;
import ballast.paper.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "paper",
    description = {
      "Run the paper exchange alone, for any Binance client, until Ctrl-C.",
      "Its control plane is under /paper: ledger, state, faults, clock."
    })
final class PaperCommand extends Subcommand {
  private static final int MOST_PORT = 65_535;

  @Option(
      names = "--scenario",
      paramLabel = "NAME|FILE",
      description = "A shipped scenario or a scenario file (default: march-2020).")
  @Nullable String scenario;

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "18080",
      description = "Port on loopback, 0 for a free one (default: 18080).")
  int port;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Exchange seconds per second, 0 to stand still (default: 1).")
  long speed;

  @Option(
      names = "--faults",
      paramLabel = "FILE",
      description = "What goes wrong, as JSON or YAML.")
  @Nullable Path faults;

  @Option(
      names = "--api-key",
      paramLabel = "KEY",
      defaultValue = PaperLogin.DEFAULT_API_KEY,
      description = "Default: ${DEFAULT-VALUE}.")
  String apiKey = PaperLogin.DEFAULT_API_KEY;

  @Option(
      names = "--secret",
      paramLabel = "SECRET",
      defaultValue = PaperLogin.DEFAULT_SECRET,
      description = "Default: ${DEFAULT-VALUE}.")
  String secret = PaperLogin.DEFAULT_SECRET;

  @Option(names = "--no-control", description = "No control plane.")
  boolean noControl;

  PaperCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    if (port < 0 || port > MOST_PORT) {
      throw new Failure(ExitCode.USAGE, "--port takes 0 to " + MOST_PORT + ", got " + port);
    }
    Wiring wiring = session.wiring();
    try {
      PaperClock clock = new PaperClock(wiring.clock(), wiring.nanoTime(), speed);
      Scenario laid = Scenarios.named(scenario, session.terminal());
      PaperLogin login =
          PaperLogin.of(apiKey, secret, new PaperExchange(laid, clock.startMillis()));
      Faults plan = faults == null ? Faults.none() : Faults.read(session.terminal().path(faults));
      try (PaperServer server = listening(login, clock, plan)) {
        print("paper exchange on " + server.url());
        note("scenario " + laid.name() + ": " + laid.title() + ", speed " + speed);
        wiring.untilStopped(new CompletableFuture<>());
      }
    } catch (MarketFileException | IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
    return ExitCode.DONE;
  }

  private PaperServer listening(PaperLogin login, PaperClock clock, Faults plan) {
    try {
      return session.wiring().paperServer(List.of(login), clock, plan, !noControl, port);
    } catch (IllegalStateException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
