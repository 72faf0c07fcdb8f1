package ballast.cli;

import ballast.config.Config;
import ballast.config.ConfigReader;
import ballast.strategy.StrategyFactory;
import ballast.tick.Blackout;
import ballast.tick.Schedule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What every command has: its session, the common options, and the ways to load what they name. */
@Command(mixinStandardHelpOptions = true, versionProvider = VersionProvider.class)
abstract class Subcommand implements Callable<Integer> {
  final Session session;

  private boolean warned;

  @Mixin Common common = new Common();

  Subcommand(Session session) {
    this.session = session;
  }

  /** Commands that stand below this one. */
  List<Subcommand> inner() {
    return List.of();
  }

  final Map<String, StrategyFactory> strategies() {
    Path folder = session.terminal().path(common.plugins);
    if (!warned) {
      warned = true;
      PluginFolder.warnings(folder, common.namesPlugins()).forEach(this::note);
    }
    return session.wiring().strategies(folder);
  }

  final ConfigReader configReader() {
    return new ConfigReader(
        strategies(), text -> Schedule.parse(text), text -> Blackout.parse(List.of(text)));
  }

  final Config config(Path file) {
    return configReader().read(session.terminal().path(file));
  }

  final void print(String line) {
    session.terminal().out().println(line);
  }

  final void note(String line) {
    session.terminal().err().println(line);
  }
}
