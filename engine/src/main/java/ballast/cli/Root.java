package ballast.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ballast} alone: says what there is. */
@Command(
    name = "ballast",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    header = "Keeps a Binance Portfolio Margin account inside its margin targets.",
    description =
        "Moves LDUSDT between Earn and Futures, at most once per decision, and records every"
            + " decision for replay.",
    footer = {
      "",
      "Exit codes: 0 done, 1 the check found something, 2 usage, 3 configuration,",
      "4 exchange unreachable or refused, 5 journal locked or damaged, 70 internal error."
    })
final class Root implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  static List<Subcommand> subcommands(Session session) {
    return List.of(
        new DemoCommand(session),
        new InitCommand(session),
        new CheckCommand(session),
        new RunCommand(session),
        new OnceCommand(session),
        new StatusCommand(session),
        new PauseCommand(session),
        new ResumeCommand(session),
        new ResolveCommand(session),
        new ReportCommand(session),
        new ReplayCommand(session),
        new BacktestCommand(session),
        new SweepCommand(session),
        new StressCommand(session),
        new DataCommand(session),
        new AlertCommand(session),
        new VerifyCommand(session),
        new BackupCommand(session),
        new RestoreCommand(session),
        new ArchiveCommand(session),
        new MigrateCommand(session),
        new ExportCommand(session),
        new PaperCommand(session),
        new StrategiesCommand(session),
        new ConfigSchemaCommand(session),
        new CompletionCommand(session),
        new ManCommand(session));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "which command? the first to try is: ballast demo");
  }
}
