package ballast.cli;

import ballast.journal.Journal;
import ballast.replay.Difference;
import ballast.replay.Replay;
import ballast.replay.Replayed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "replay",
    description = {
      "Take every recorded decision again from its recorded facts and compare, to the last character.",
      "With --strategy: what another strategy would have decided."
    })
final class ReplayCommand extends Subcommand {
  @Mixin JournalOptions journal = new JournalOptions();
  @Mixin SpanOptions span = new SpanOptions();

  @Option(names = "--strategy", paramLabel = "NAME", description = "Decide by this one instead.")
  @Nullable String strategy;

  @Option(names = "--set", paramLabel = "NAME=VALUE", description = "A parameter of that strategy.")
  Map<String, String> parameters = new LinkedHashMap<>();

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  ReplayCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    if (strategy == null && !parameters.isEmpty()) {
      throw new Failure(ExitCode.USAGE, "--set needs --strategy NAME");
    }
    return session.journals().with(journal.place(this), this::replay);
  }

  private int replay(Journal open) {
    open.flush();
    Replayed result = replayed(open);
    if (json) {
      print(
          new JsonLine()
              .with("decisions", result.decisions())
              .with("mismatches", result.mismatches())
              .with(
                  "differences", result.differences().stream().map(ReplayCommand::fields).toList())
              .toString());
    } else {
      print(
          result.decisions()
              + " decisions, "
              + result.mismatches()
              + (strategy == null ? " mismatches" : " would have been others"));
      result.differences().forEach(difference -> print("  " + line(difference)));
    }
    return strategy == null && result.mismatches() > 0 ? ExitCode.FOUND : ExitCode.DONE;
  }

  private Replayed replayed(Journal open) {
    Replay replay = new Replay(open.reader(), strategies());
    try {
      return strategy == null
          ? replay.again(span.span())
          : replay.with(span.span(), strategy, new TreeMap<>(parameters));
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private static String line(Difference difference) {
    return difference.account()
        + " "
        + difference.sequence()
        + ": recorded "
        + difference.recorded()
        + ", replayed "
        + difference.replayed();
  }

  private static Object fields(Difference difference) {
    return new JsonLine()
        .with("account", difference.account())
        .with("sequence", difference.sequence())
        .with("recorded", difference.recorded())
        .with("replayed", difference.replayed())
        .fields();
  }
}
