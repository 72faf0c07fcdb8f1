package ballast.cli;

import ballast.backtest.History;
import ballast.backtest.JournalHistory;
import ballast.journal.Journal;
import ballast.paper.Scenario;
import ballast.report.Format;
import ballast.report.Table;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "sweep",
    description = {
      "Search the parameters of a strategy over an account's past, on all cores.",
      "Ranks every set, and writes a table, a page with heat map and pareto front, and a manifest.",
      "The answer is the same on any number of threads."
    })
final class SweepCommand extends Subcommand {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  @Mixin SpaceOptions space = new SpaceOptions();
  @Mixin ObjectiveOptions objective = new ObjectiveOptions();
  @Mixin WindowOptions window = new WindowOptions();
  @Mixin PolicyOptions policy = new PolicyOptions();
  @Mixin MarketOptions market = new MarketOptions();
  @Mixin PastOptions past = new PastOptions();
  @Mixin ExecutionOptions execution = new ExecutionOptions();

  @Option(
      names = "--halving",
      description = {
        "Try all on a part of the past around its worst moment, the better half on twice as much,",
        "and so on: several times as fast, and only the last round is ranked."
      })
  boolean halving;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many sets are tried at a time (default: as many as there are cores).")
  int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many are printed (default: 20).")
  int top = 20;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the files go (default: a new sweep-… folder here).")
  @Nullable Path out;

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  SweepCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    if (threads < 1 || top < 1) {
      throw new Failure(ExitCode.USAGE, "--threads and --top must be at least 1");
    }
    past.requireAlone(market);
    return past.fromJournal
        ? session.journals().with(past.place(this, policy), this::onJournal)
        : onPrices();
  }

  private int onPrices() {
    Scenario scenario = market.scenario(session.terminal());
    PolicyOptions.Tried standard =
        new PolicyOptions.Tried(
            scenario.demo().strategy(), scenario.demo().parameters(), scenario.demo().limits());
    return search(sought(standard, market.history(scenario)), market.digests(session.terminal()));
  }

  private int onJournal(Journal journal) {
    if (session.running().isPresent()) {
      throw new Failure(
          ExitCode.JOURNAL,
          "a running engine holds this journal and must not be slowed by a search; search a backup of"
              + " it, restored to another folder");
    }
    String account = PastOptions.account(journal.reader(), policy.account);
    JournalHistory.Read read = PastOptions.read(journal.reader(), account, past.span());
    return search(sought(PastOptions.recorded(read), read.history()), new TreeMap<>());
  }

  /**
   * @param digests of the files that the past was read from
   */
  private int search(Sought sought, SortedMap<String, String> digests) {
    long begun = session.wiring().nanoTime().getAsLong();
    Swept swept;
    try (SearchProgress progress =
        new SearchProgress(session.terminal(), "sweep", sought.trials())) {
      swept = sought.find(threads, progress::step);
    }
    double seconds = (session.wiring().nanoTime().getAsLong() - begun) / 1e9;
    SweepFiles files = SweepFiles.in(directory());
    files.write(swept, SweepManifest.of(swept, session.wiring().version(), digests));
    if (json) {
      print(SweepJson.of(swept, files, seconds).toString());
    } else {
      describe(swept, files, seconds);
    }
    return ExitCode.DONE;
  }

  private Sought sought(PolicyOptions.Tried standard, History on) {
    return Sought.of(
        policy.tried(this, standard),
        strategies(),
        space,
        objective.objective(),
        on,
        execution.execution(),
        window.windows(),
        halving);
  }

  private Path directory() {
    Path given =
        Objects.requireNonNullElseGet(
            out,
            () ->
                Path.of(
                    "sweep-"
                        + STAMP.format(Instant.ofEpochMilli(session.wiring().clock().millis()))));
    return session.terminal().path(given);
  }

  private void describe(Swept swept, SweepFiles files, double seconds) {
    Sought sought = swept.sought();
    SweepTables tables = new SweepTables(swept);
    print(
        sought.tried().strategy()
            + " on "
            + sought.past().source()
            + ", by "
            + sought.objective().name()
            + ", uniMMR above "
            + Margin.text(sought.objective().floor()));
    print("");
    tables.walkForward().ifPresent(this::print);
    print(tables.shown(top));
    print(swept.verdict());
    print("best: " + swept.bestSet());
    print(
        String.format(
            Locale.ROOT,
            "%,d sets tried, %,d refused by the strategy, in %.2f s on %d threads",
            sought.candidates().accepted().size(),
            sought.candidates().refused(),
            seconds,
            threads));
    print("report: " + files.page());
  }

  private void print(Table<?> table) {
    print(table.title());
    try (Writer writer =
        new OutputStreamWriter(new Unclosed(session.terminal().out()), StandardCharsets.UTF_8)) {
      table.write(Format.TABLE, writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    print("");
  }
}
