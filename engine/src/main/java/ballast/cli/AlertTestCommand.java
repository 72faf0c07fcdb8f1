package ballast.cli;

import ballast.alert.Notice;
import ballast.config.AlertsConfig;
import ballast.config.Config;
import ballast.notify.Channel;
import ballast.notify.Channel.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "test",
    description = {
      "Send a test notice to every channel and say which took it.",
      "Moves nothing, journals nothing; a running engine need not be stopped."
    })
final class AlertTestCommand extends Subcommand {
  @Mixin ConfigOption configuration = new ConfigOption();

  @Option(names = "--channel", paramLabel = "NAME", description = "This one alone.")
  @Nullable String only;

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  AlertTestCommand(Session session) {
    super(session);
  }

  private record Tried(Channel channel, Optional<String> failure) {
    Object fields() {
      return new JsonLine()
          .with("channel", channel.name())
          .with("to", channel.describe())
          .with("ok", failure.isEmpty())
          .with("failure", failure.orElse(""))
          .fields();
    }
  }

  @Override
  public Integer call() {
    Config config = config(configuration.file);
    List<Tried> tried = new ArrayList<>();
    for (Channel channel : chosen(config.alerts())) {
      Tried result = tried(channel);
      tried.add(result);
      if (!json) {
        print(
            channel.name()
                + ": "
                + channel.describe()
                + ": "
                + result.failure().map(why -> "FAILED: " + why).orElse("taken"));
      }
    }
    boolean passed = tried.stream().allMatch(result -> result.failure().isEmpty());
    if (json) {
      print(
          new JsonLine()
              .with("passed", passed)
              .with("channels", tried.stream().map(Tried::fields).toList())
              .toString());
    }
    return passed ? ExitCode.DONE : ExitCode.FOUND;
  }

  private List<Channel> chosen(AlertsConfig alerts) {
    List<Channel> chosen =
        session.wiring().channels(alerts).stream()
            .filter(channel -> only == null || channel.name().equals(only))
            .toList();
    if (chosen.isEmpty()) {
      throw new Failure(
          ExitCode.CONFIGURATION,
          only == null
              ? configuration.file
                  + ": alerts has no channels, so nobody is told; docs/configuration.md says how"
              : configuration.file + ": alerts has no channel " + only);
    }
    return chosen;
  }

  private Tried tried(Channel channel) {
    Answer answer = channel.send(Notice.test(session.wiring().clock().millis()));
    return new Tried(
        channel,
        answer instanceof Answer.Failed failed ? Optional.of(failed.why()) : Optional.empty());
  }
}
