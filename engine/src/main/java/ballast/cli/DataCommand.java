package ballast.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "data", description = "Recorded prices and funding, to try policies on.")
final class DataCommand extends Subcommand {
  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  DataCommand(Session session) {
    super(session);
  }

  @Override
  List<Subcommand> inner() {
    return List.of(new DataFetchCommand(session));
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "what of data? there is: ballast data fetch");
  }
}
