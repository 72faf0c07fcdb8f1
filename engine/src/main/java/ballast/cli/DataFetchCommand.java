package ballast.cli;

import ballast.binance.MarketData;
import ballast.binance.MarketQuery;
import ballast.binance.MarketQuery.Kind;
import ballast.config.FileCause;
import ballast.market.MarketFileException;
import ballast.market.MarketFileWriter;
import ballast.market.MarketFiles;
import ballast.venue.Reading;
import ballast.venue.VenueFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "fetch",
    description = {
      "Fetch candles, mark price candles or funding from Binance's public endpoints; needs no key.",
      "An interrupted fetch is continued by the same command; a file has its name only when whole."
    })
final class DataFetchCommand extends Subcommand {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss", Locale.ROOT);
  private static final String PRICE_COLUMNS = "open_time_ms,open,high,low,close,volume";
  private static final String FUNDING_COLUMNS = "time_ms,rate";

  @Option(
      names = "--symbol",
      required = true,
      paramLabel = "SYMBOL",
      description = "A USD-M perpetual, such as BTCUSDT.")
  String symbol = "";

  @Option(
      names = "--from",
      required = true,
      paramLabel = "TIME",
      description = "First moment, UTC: 2026-11-22 or 2026-11-22T08:00:00Z.")
  String from = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "TIME",
      description = "Moment after the last, UTC; a date means its first moment.")
  String to = "";

  @Option(
      names = "--interval",
      paramLabel = "SPAN",
      defaultValue = "1m",
      description = "Length of a candle, 1m to 1d (default: ${DEFAULT-VALUE}).")
  String interval = "1m";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "klines",
      description = "klines, mark (price candles) or funding (default: ${DEFAULT-VALUE}).")
  Kind kind = Kind.KLINES;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder for the file (default: the current one).")
  Path out = Path.of(".");

  @Option(
      names = "--rest",
      paramLabel = "URL",
      defaultValue = "https://fapi.binance.com",
      description =
          "Where to ask, or a paper exchange on this machine (default: ${DEFAULT-VALUE}).")
  URI rest = URI.create("https://fapi.binance.com");

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  DataFetchCommand(Session session) {
    super(session);
  }

  /** What a file came to. */
  private record Fetched(Path file, long rows, int missing) {}

  @Override
  public Integer call() {
    try {
      MarketQuery query =
          new MarketQuery(kind, symbol, interval, SpanOptions.millis(from), SpanOptions.millis(to));
      Path file = session.terminal().path(out).resolve(name(query));
      if (Files.exists(file)) {
        note(file + " is there already and whole; nothing was fetched");
        return shown(checked(file, file));
      }
      return shown(fetched(query, file));
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private Fetched fetched(MarketQuery query, Path file) {
    MarketData exchange = session.wiring().marketData(rest);
    requirePast(got(exchange.time()));
    try (MarketFileWriter writer = MarketFileWriter.open(file, columns())) {
      pages(exchange, query, writer);
      Fetched fetched = checked(writer.part(), file);
      writer.complete();
      return fetched;
    } catch (IOException e) {
      throw new Failure(ExitCode.USAGE, file + " could not be written: " + FileCause.of(e));
    }
  }

  private void pages(MarketData exchange, MarketQuery query, MarketFileWriter writer)
      throws IOException {
    long next = writer.last().isPresent() ? writer.last().getAsLong() + 1 : query.fromMillis();
    if (next > query.fromMillis()) {
      note("continued after " + Instant.ofEpochMilli(next - 1));
    }
    while (next < query.toMillis()) {
      List<MarketData.Row> rows = got(exchange.page(query, next));
      if (rows.isEmpty()) {
        return;
      }
      for (MarketData.Row row : rows) {
        writer.row(row.timeMillis(), row.values());
      }
      writer.part();
      next = rows.get(rows.size() - 1).timeMillis() + 1;
    }
  }

  /** Reads what was fetched as a backtest will; what is missing in it is counted. */
  private Fetched checked(Path written, Path file) {
    try (var lines = Files.lines(written)) {
      long rows = lines.count() - 1;
      if (rows == 0) {
        throw new Failure(
            ExitCode.VENUE,
            "the exchange has nothing of " + symbol + " between " + from + " and " + to);
      }
      if (kind == Kind.FUNDING) {
        MarketFiles.funding(written, true);
        return new Fetched(file, rows, 0);
      }
      return new Fetched(file, rows, MarketFiles.prices(written, true).missingBars());
    } catch (MarketFileException e) {
      throw new Failure(
          ExitCode.FOUND, e.getMessage() + "; delete " + written + " and fetch again");
    } catch (IOException e) {
      throw new Failure(ExitCode.USAGE, written + " could not be read: " + e.getMessage());
    }
  }

  private int shown(Fetched fetched) {
    if (fetched.missing() > 0) {
      note(
          fetched.missing()
              + " candles are missing at the exchange; read the file with --allow-gaps");
    }
    if (json) {
      print(
          new JsonLine()
              .with("file", fetched.file().toString())
              .with("rows", fetched.rows())
              .with("missing", fetched.missing())
              .toString());
    } else {
      print(fetched.file() + " " + fetched.rows() + " rows");
    }
    return ExitCode.DONE;
  }

  /** What is not over yet would make a file that is whole only by its name. */
  private void requirePast(long nowMillis) {
    if (SpanOptions.millis(to) > nowMillis) {
      throw new Failure(
          ExitCode.USAGE,
          "--to must not lie after the exchange's time, " + Instant.ofEpochMilli(nowMillis));
    }
  }

  private static <T> T got(Reading<T> reading) {
    return reading.match(
        value -> value,
        failure -> {
          boolean isFinal =
              failure.kind() == VenueFailure.Kind.REFUSED
                  || failure.kind() == VenueFailure.Kind.FORBIDDEN;
          String next =
              isFinal
                  ? "; the same command would be refused again"
                  : "; the same command continues where this one ended";
          throw new Failure(ExitCode.VENUE, failure.detail() + next);
        });
  }

  private String columns() {
    return kind == Kind.FUNDING ? FUNDING_COLUMNS : PRICE_COLUMNS;
  }

  private static String name(MarketQuery query) {
    String candle = query.kind() == Kind.FUNDING ? "" : "-" + query.interval();
    return query.symbol()
        + "-"
        + query.kind().name().toLowerCase(Locale.ROOT)
        + candle
        + "-"
        + moment(query.fromMillis())
        + "-"
        + moment(query.toMillis())
        + ".csv";
  }

  private static String moment(long millis) {
    boolean midnight = millis % 86_400_000L == 0;
    return (midnight ? DAY : MINUTE).format(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
  }
}
