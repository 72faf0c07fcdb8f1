package ballast.cli;

import ballast.market.MarketFileException;
import ballast.market.MarketFiles;
import ballast.paper.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description = {
      "Run the engine through a crash against a paper exchange on loopback,",
      "and the same account without it. Ends with a summary and an HTML report."
    })
final class DemoCommand extends Subcommand {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /**
   * A millisecond on the wire is ten seconds of the exchange then; much faster, and no request
   * would arrive within its recvWindow.
   */
  private static final long FASTEST = 10_000;

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "march-2020 (default), calm-april-2026, whipsaw-may-2021, or a scenario file.")
  @Nullable String scenario;

  @Option(
      names = "--data",
      paramLabel = "FILE.csv",
      description = "Recorded prices: open_time_ms,open,high,low,close,volume.")
  @Nullable Path data;

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      defaultValue = "max",
      description =
          "Exchange seconds per second, at most 10000; max cranks as fast as it can (default).")
  String speed = "max";

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Where journal and report go (default: a new demo-… folder here).")
  @Nullable Path dir;

  @Option(names = "--no-web", description = "Do not show the running demo on a loopback page.")
  boolean noWeb;

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  DemoCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    OptionalLong pace = pace();
    Scenario chosen = scenario();
    Path directory = directory();
    DemoResult result = new Demo(session, strategies(), chosen, directory, pace, !noWeb).run();
    if (json) {
      print(result.json().toString());
    } else {
      result.text().forEach(this::print);
    }
    return result.passed() ? ExitCode.DONE : ExitCode.FOUND;
  }

  private Scenario scenario() {
    if (scenario != null && data != null) {
      throw new Failure(ExitCode.USAGE, "give --scenario or --data, not both");
    }
    try {
      if (data != null) {
        return Scenario.ofPrices(MarketFiles.prices(session.terminal().path(data), false));
      }
      return Scenarios.named(scenario, session.terminal());
    } catch (MarketFileException | IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private OptionalLong pace() {
    if (speed.equals("max")) {
      return OptionalLong.empty();
    }
    if (!speed.matches("[1-9][0-9]{0,4}") || Long.parseLong(speed) > FASTEST) {
      throw new Failure(
          ExitCode.USAGE,
          "--speed is a whole number from 1 to " + FASTEST + ", or max, got \"" + speed + "\"");
    }
    return OptionalLong.of(Long.parseLong(speed));
  }

  /** A demo never mixes with what an earlier one left. */
  private Path directory() {
    Instant now = session.wiring().clock().instant();
    Path directory =
        session.terminal().path(dir == null ? Path.of("demo-" + STAMP.format(now)) : dir);
    try {
      if (Files.exists(directory)) {
        try (Stream<Path> inside = Files.list(directory)) {
          if (inside.findAny().isPresent()) {
            throw new Failure(ExitCode.USAGE, directory + " is not empty; give --dir a new folder");
          }
        }
      }
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new Failure(ExitCode.USAGE, "the folder " + directory + " cannot be used: " + e);
    }
  }
}
