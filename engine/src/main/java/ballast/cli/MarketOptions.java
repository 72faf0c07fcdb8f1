package ballast.cli;

import ballast.backtest.History;
import ballast.market.FundingRates;
import ballast.market.MarketFileException;
import ballast.market.MarketFiles;
import ballast.market.PricePath;
import ballast.market.Rates;
import ballast.paper.Scenario;
import ballast.report.Figure;
import ballast.strategy.Parameter.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which past a policy is tried on. */
final class MarketOptions {
  @Option(
      names = "--data",
      paramLabel = "FILE",
      description =
          "Recorded prices: open_time_ms,open,high,low,close,volume; gzip and zip are fine.")
  @Nullable Path data;

  @Option(
      names = "--funding",
      paramLabel = "FILE",
      description = "Recorded funding: time_ms,rate (default: 0.01%% every eight hours).")
  @Nullable Path funding;

  @Option(
      names = "--apr",
      paramLabel = "FILE",
      description = "What LDUSDT earns: time_ms,apr (default: 1%% a year).")
  @Nullable Path apr;

  @Option(
      names = "--scenario",
      paramLabel = "NAME|FILE",
      description =
          "A shipped scenario or a scenario file; with --data, the account and policy of it.")
  @Nullable String scenario;

  @Option(names = "--allow-gaps", description = "Let missing rows of the files pass.")
  boolean allowGaps;

  @Option(
      names = "--tick",
      paramLabel = "SPAN",
      description = "How often a tick decides, as in 5m (default: each bar, at most ten minutes).")
  @Nullable String tick;

  /** Some past of prices is named. */
  boolean isChosen() {
    return data != null || scenario != null || funding != null || apr != null || tick != null;
  }

  /**
   * The scenario that the files and names make up.
   *
   * @throws Failure with {@link ExitCode#USAGE} in one plain line
   */
  Scenario scenario(Terminal terminal) {
    if (data == null && scenario == null) {
      throw new Failure(
          ExitCode.USAGE, "on which past? give --data FILE, --scenario NAME or --from-journal");
    }
    try {
      Scenario base =
          data == null
              ? Scenarios.named(scenario, terminal)
              : priced(MarketFiles.prices(terminal.path(data), allowGaps), terminal);
      return withRates(withFunding(base, terminal), terminal);
    } catch (MarketFileException | IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private Scenario withFunding(Scenario base, Terminal terminal) {
    if (funding == null) {
      return base;
    }
    FundingRates recorded = MarketFiles.funding(terminal.path(funding), allowGaps);
    new Coverage(base.prices()).of(recorded).ifPresent(terminal.err()::println);
    return base.withFunding(recorded);
  }

  private Scenario withRates(Scenario base, Terminal terminal) {
    if (apr == null) {
      return base;
    }
    Rates recorded = MarketFiles.rates(terminal.path(apr));
    new Coverage(base.prices()).of(recorded).ifPresent(terminal.err()::println);
    return base.withApr(recorded);
  }

  /** The files it was made of, by name and hash, and what stands in for those not given. */
  List<Figure> inputs(Scenario on, Terminal terminal) {
    List<Figure> inputs = new ArrayList<>();
    inputs.add(
        data == null
            ? new Figure("Scenario", on.name() + ": " + on.title())
            : source("Prices", terminal.path(data)));
    if (scenario != null && Files.isRegularFile(terminal.path(Path.of(scenario)))) {
      inputs.add(source("Scenario file", terminal.path(Path.of(scenario))));
    } else if (scenario != null && data != null) {
      inputs.add(new Figure("Account of scenario", scenario));
    }
    inputs.add(
        funding == null
            ? new Figure("Funding", data == null ? "the scenario's" : "0.01 % every eight hours")
            : source("Funding", terminal.path(funding)));
    inputs.add(
        apr == null
            ? new Figure("LDUSDT earns", data == null ? "the scenario's rate" : "1 % a year")
            : source("Rates", terminal.path(apr)));
    return inputs;
  }

  private static Figure source(String what, Path file) {
    return new Figure(what, file.getFileName() + ", SHA-256 " + Digest.of(file));
  }

  private Scenario priced(PricePath prices, Terminal terminal) {
    Scenario plain = Scenario.ofPrices(prices);
    if (scenario == null) {
      return plain;
    }
    Scenario named = Scenarios.named(scenario, terminal);
    return plain.withAccount(named.account()).withDemo(named.demo());
  }

  /** SHA-256 of each file that was given, by its name. */
  SortedMap<String, String> digests(Terminal terminal) {
    SortedMap<String, String> digests = new TreeMap<>();
    for (Path file : Arrays.asList(data, funding, apr)) {
      if (file != null) {
        digests.put(file.getFileName().toString(), Digest.of(terminal.path(file)));
      }
    }
    return digests;
  }

  /** The account's past by the paper account's model. */
  History history(Scenario on) {
    return History.of(on, every(on));
  }

  /** How often a tick decides. */
  Duration every(Scenario on) {
    Duration every = on.tick();
    if (tick != null) {
      try {
        every = Kind.duration(tick);
      } catch (IllegalArgumentException e) {
        throw new Failure(ExitCode.USAGE, "--tick: " + e.getMessage());
      }
      if (every.isZero()) {
        throw new Failure(ExitCode.USAGE, "--tick must be more than nothing, as in 5m");
      }
    }
    return every;
  }
}
