package ballast.cli;

import ballast.config.ConfigTemplate;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "init", description = "Write a commented ballast.yml and a secrets folder (0700).")
final class InitCommand extends Subcommand {
  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Where to (default: the current folder).")
  Path dir = Path.of(".");

  InitCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    Path file = ConfigTemplate.write(session.terminal().path(dir));
    print("wrote " + file);
    print("next: put key and secret where it says, then run: ballast check -c " + file);
    return ExitCode.DONE;
  }
}
