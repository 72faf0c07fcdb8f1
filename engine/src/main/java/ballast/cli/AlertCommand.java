package ballast.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "alert", description = "Who is told when something is wrong.")
final class AlertCommand extends Subcommand {
  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  AlertCommand(Session session) {
    super(session);
  }

  @Override
  List<Subcommand> inner() {
    return List.of(new AlertTestCommand(session));
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "what of alert? there is: ballast alert test");
  }
}
