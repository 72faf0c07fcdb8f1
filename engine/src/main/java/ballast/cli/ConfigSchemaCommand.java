package ballast.cli;

import ballast.config.ConfigSchema;
import picocli.CommandLine.Command;

@Command(
    name = "config-schema",
    description = "Print the configuration's JSON Schema, for editors.")
final class ConfigSchemaCommand extends Subcommand {
  ConfigSchemaCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    print(ConfigSchema.text(strategies()).stripTrailing());
    return ExitCode.DONE;
  }
}
