package ballast;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Shell.Said;
import ballast.market.FundingRates;
import ballast.market.MarketFiles;
import ballast.market.PricePath;
import ballast.paper.Faults;
import ballast.paper.PaperClock;
import ballast.paper.PaperExchange;
import ballast.paper.PaperLogin;
import ballast.paper.PaperServer;
import ballast.paper.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code data fetch} against the paper exchange over HTTP. */
class DataFetchTest {
  private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");
  private static final int MINUTES = 2_880;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  private final Scenario scenario = Scenario.ofPrices(twoDays());
  private final PaperClock clock = PaperClock.cranked(NOW.toEpochMilli());
  private PaperServer server;
  private String rest = "";

  private static PricePath twoDays() {
    long[] times = new long[MINUTES];
    long[] opens = new long[MINUTES];
    long[] highs = new long[MINUTES];
    long[] lows = new long[MINUTES];
    long[] closes = new long[MINUTES];
    for (int i = 0; i < MINUTES; i++) {
      times[i] = 1_704_067_200_000L + i * 60_000L;
      opens[i] = (42_000_00 + i * 7L) * 1_000_000;
      closes[i] = opens[i] + 7_000_000;
      highs[i] = closes[i] + 1_000_000;
      lows[i] = opens[i] - 2_000_000;
    }
    return PricePath.of("two days", 60_000, times, opens, highs, lows, closes);
  }

  @BeforeEach
  void start() {
    server =
        new PaperServer(
                List.of(PaperLogin.of(new PaperExchange(scenario, NOW.toEpochMilli()))),
                clock,
                Faults.none(),
                true)
            .start(0);
    rest = server.url().toString();
    clock.advance(Duration.ofDays(2));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Said fetch(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("data", "fetch", "--symbol", "BTCUSDT", "--rest", rest));
    arguments.addAll(List.of(more));
    return new Shell(directory).run(arguments.toArray(String[]::new));
  }

  @Test
  void fetchesEveryCandlePageByPage() {
    Said said = fetch("--from", "2025-01-01", "--to", "2025-01-02T23:00:00Z", "--out", "prices");
    Path file = directory.resolve("prices/BTCUSDT-klines-1m-2025-01-01-2025-01-02T230000.csv");
    assertThat(said.err()).isEmpty();
    assertThat(said.out()).isEqualToIgnoringNewLines(file + " 2820 rows");
    PricePath fetched = MarketFiles.prices(file, false);
    assertThat(fetched.bars()).isEqualTo(2_820);
    assertThat(fetched.startMillis()).isEqualTo(NOW.toEpochMilli());
    for (int bar = 0; bar < fetched.bars(); bar++) {
      assertThat(fetched.openE8(bar)).isEqualTo(scenario.prices().openE8(bar));
      assertThat(fetched.highE8(bar)).isEqualTo(scenario.prices().highE8(bar));
      assertThat(fetched.lowE8(bar)).isEqualTo(scenario.prices().lowE8(bar));
      assertThat(fetched.closeE8(bar)).isEqualTo(scenario.prices().closeE8(bar));
    }
  }

  @Test
  void fetchesMarkPricesInLongerCandles() {
    Said said =
        fetch("--from", "2025-01-01", "--to", "2025-01-02", "--kind", "mark", "--interval", "1h");
    Path file = directory.resolve("BTCUSDT-mark-1h-2025-01-01-2025-01-02.csv");
    assertThat(said.code()).as(said.err()).isZero();
    PricePath fetched = MarketFiles.prices(file, false);
    assertThat(fetched.bars()).isEqualTo(24);
    assertThat(fetched.barMillis()).isEqualTo(3_600_000);
  }

  @Test
  void fetchesFunding() {
    Said said = fetch("--from", "2025-01-01", "--to", "2025-01-02", "--kind", "funding", "--json");
    assertThat(said.out()).contains("\"rows\":3", "BTCUSDT-funding-2025-01-01-2025-01-02.csv");
    FundingRates rates =
        MarketFiles.funding(directory.resolve("BTCUSDT-funding-2025-01-01-2025-01-02.csv"), false);
    assertThat(rates.rateE8(NOW.toEpochMilli() + 1)).isEqualTo(10_000);
  }

  @Test
  void continuesAfterTheLastWholeRowOfAnInterruptedFetch() throws IOException {
    String[] span = {"--from", "2025-01-01", "--to", "2025-01-02"};
    fetch(span);
    Path file = directory.resolve("BTCUSDT-klines-1m-2025-01-01-2025-01-02.csv");
    Path part = directory.resolve(file.getFileName() + ".part");
    String whole = Files.readString(file);
    Files.delete(file);
    Files.writeString(part, whole.substring(0, whole.length() / 2));

    Said said = fetch(span);

    assertThat(said.code()).isZero();
    assertThat(said.err()).contains("continued after 2025-01-01T");
    assertThat(file).hasContent(whole);
    assertThat(part).doesNotExist();
  }

  @Test
  void fetchesNothingTwice() throws IOException {
    String[] span = {"--from", "2025-01-01", "--to", "2025-01-01T01:00:00Z"};
    fetch(span);
    server.close();

    Said said = fetch(span);

    assertThat(said.code()).isZero();
    assertThat(said.err()).contains("is there already");
    assertThat(said.out()).contains("60 rows");
  }

  @ParameterizedTest
  @CsvSource({
    "--symbol ETHUSDT --from 2025-01-01 --to 2025-01-02, 4, the same command would be refused again",
    "--symbol eth/usdt --from 2025-01-01 --to 2025-01-02, 2, capital letters",
    "--symbol BTCUSDT --from 2025-01-01 --to 2025-01-04, 2, must not lie after",
    "--symbol BTCUSDT --from 2025-01-02 --to 2025-01-01, 2, must lie before",
    "--symbol BTCUSDT --from yesterday --to 2025-01-01, 2, is no time",
    "--symbol BTCUSDT --from 2025-01-01 --to 2025-01-02 --interval 7m, 2, 1m",
    "--symbol BTCUSDT --from 2024-12-01 --to 2024-12-02, 4, has nothing",
    "--symbol BTCUSDT --from 2025-01-01 --to 2025-01-02 --rest http://10.0.0.1, 2, neither",
    "--symbol BTCUSDT --from 2025-01-01 --to 2025-01-02 --rest https://api.binance.com, 2, neither",
    "--from 2025-01-01 --to 2025-01-02, 2, --symbol"
  })
  void saysInOneLineWhatIsWrong(String given, int code, String said) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("data", "fetch"));
    if (!given.contains("--rest")) {
      arguments.addAll(List.of("--rest", rest));
    }
    arguments.addAll(List.of(given.split(" ")));
    Said answer = new Shell(directory).run(arguments.toArray(String[]::new));
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.err()).hasLineCount(1).contains(said);
    assertThat(answer.out()).isEmpty();
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(Path::toString).filter(it -> it.contains(".csv"))).isEmpty();
    }
  }

  @Test
  void sendsWhoeverAsksForDataAloneToItsCommand() {
    Said said = new Shell(directory).run("data");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).hasLineCount(1).contains("ballast data fetch");
    assertThat(new Shell(directory).run("data", "fetch", "--help").out())
        .contains("Usage: ballast data fetch", "--symbol", "funding");
  }
}
