package ballast.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "man",
    description = {
      "Print the manual page, of every command and option, in roff.",
      "To read it:  ballast man | man -l -"
    })
final class ManCommand extends Subcommand {
  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  ManCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    print(ManPage.of(spec.root(), session.wiring().version()).stripTrailing());
    return ExitCode.DONE;
  }
}
