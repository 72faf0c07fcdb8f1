package ballast.cli;

import ballast.backtest.Execution;
import ballast.backtest.JournalHistory;
import ballast.journal.Journal;
import ballast.journal.JournalReader;
import ballast.journal.Span;
import ballast.replay.Difference;
import ballast.replay.Replay;
import ballast.replay.Replayed;
import ballast.report.Backtested;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = {
        "With --strategy: try it on each account's recorded past, its own moves taking effect, and",
        "write report.html, curve.csv and transfers.csv as backtest does; where there are several",
        "accounts, in a folder for each."
      })
  @Nullable Path out;

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
    if (strategy == null && out != null) {
      throw new Failure(ExitCode.USAGE, "--out needs --strategy NAME");
    }
    return session.journals().with(journal.place(this), this::replay);
  }

  private int replay(Journal open) {
    open.flush();
    Replayed result = replayed(open);
    SortedMap<String, Tested> tested =
        strategy == null || out == null
            ? new TreeMap<>()
            : tested(open.reader(), strategy, session.terminal().path(out));
    if (json) {
      JsonLine line =
          new JsonLine()
              .with("decisions", result.decisions())
              .with("mismatches", result.mismatches())
              .with(
                  "differences", result.differences().stream().map(ReplayCommand::fields).toList());
      print((tested.isEmpty() ? line : line.with("counterfactual", fields(tested))).toString());
    } else {
      print(
          result.decisions()
              + " decisions, "
              + result.mismatches()
              + (strategy == null ? " mismatches" : " would have been others"));
      result.differences().forEach(difference -> print("  " + line(difference)));
      tested.values().forEach(each -> each.text().forEach(this::print));
    }
    return strategy == null && result.mismatches() > 0 ? ExitCode.FOUND : ExitCode.DONE;
  }

  private Replayed replayed(Journal open) {
    Replay replay = new Replay(open.reader(), strategies());
    Span asked = span.span(open.reader());
    try {
      return strategy == null
          ? replay.again(asked)
          : replay.with(asked, strategy, new TreeMap<>(parameters));
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  /** In the long run: every account's past with the other strategy's moves taking effect. */
  private SortedMap<String, Tested> tested(JournalReader journal, String other, Path folder) {
    List<String> accounts =
        span.account == null
            ? journal.accounts()
            : List.of(PastOptions.account(journal, span.account));
    SortedMap<String, Tested> tested = new TreeMap<>();
    for (String account : accounts) {
      JournalHistory.Read read = PastOptions.read(journal, account, span.span(journal));
      PolicyOptions.Tried policy =
          new PolicyOptions.Tried(
              other, new TreeMap<>(parameters), PastOptions.recorded(read).limits());
      Trial trial =
          new Trial(session, strategies(), Execution.INSTANT, read.history(), List.of(policy));
      Backtested backtested =
          trial.run(
              read.history().source(),
              PastOptions.sources(journal, account),
              PastOptions.notes(read));
      Path page = accounts.size() == 1 ? folder : folder.resolve(account);
      tested.put(account, new Tested(backtested, trial.seconds(), Trial.write(backtested, page)));
    }
    return tested;
  }

  private static List<Map<String, Object>> fields(SortedMap<String, Tested> tested) {
    List<Map<String, Object>> all = new ArrayList<>();
    tested.forEach(
        (account, each) ->
            all.add(new JsonLine().with("account", account).with(each.json()).fields()));
    return all;
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
