package ballast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.strategy.Ratio;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reader accepts and what it refuses, with file and line. */
class MarketFilesTest {
  private static final String HEADER = "open_time_ms,open,high,low,close,volume\n";
  private static final String TWO = "1583020800000,10,12,9,11,1\n1583020860000,11,13,10.5,12,0\n";

  @TempDir Path dir;

  @Test
  void readsPricesWithHeader() throws IOException {
    PricePath path = MarketFiles.prices(file(HEADER + TWO), false);

    assertThat(path.bars()).isEqualTo(2);
    assertThat(path.barMillis()).isEqualTo(60_000);
    assertThat(path.lowE8(1)).isEqualTo(1_050_000_000L);
    assertThat(path.endMillis()).isEqualTo(1_583_020_920_000L);
    assertThat(path.missingBars()).isZero();
  }

  @Test
  void readsAnArchiveWithoutHeaderInMicrosecondsWithItsExtraColumns() throws IOException {
    PricePath path =
        MarketFiles.prices(
            file(
                "1735689600000000,93425.1,93509.84,93288.72,93288.72,0.5,1735689659999999,1,9,1,1,0\r\n"
                    + "1735689660000000,93288.72,93350,93200,93300.00000000,1e-05,1735689719999999,1,9,1,1,0"),
            false);

    assertThat(path.openTime(0)).isEqualTo(1_735_689_600_000L);
    assertThat(path.closeE8(1)).isEqualTo(9_330_000_000_000L);
  }

  @Test
  void readsGzipByItsContentNotItsName() throws IOException {
    Path file = dir.resolve("prices.csv");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write((HEADER + TWO).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(MarketFiles.prices(file, false).bars()).isEqualTo(2);
  }

  @Test
  void readsTheOneFileOfAZipByItsContentNotItsName() throws IOException {
    Path file = zip("prices.csv", "BTCUSDT-1m-2020-03-01.csv");

    assertThat(MarketFiles.prices(file, false).bars()).isEqualTo(2);
  }

  @Test
  void refusesAZipOfAnythingButOneCsvFile() throws IOException {
    for (Path file : new Path[] {zip("a.zip", "a.csv", "b.csv"), zip("b.zip", "c.txt"), zip("c")}) {
      assertThatThrownBy(() -> MarketFiles.prices(file, false))
          .isInstanceOf(MarketFileException.class)
          .hasMessageContaining(file.getFileName().toString())
          .hasMessageContaining("one CSV file and nothing else");
    }
  }

  @Test
  void refusesADamagedZip() throws IOException {
    byte[] zip = Files.readAllBytes(zip("whole.zip", "a.csv"));
    byte[] flipped = zip.clone();
    flipped[60] ^= 0x55;
    for (byte[] bytes : new byte[][] {Arrays.copyOf(zip, zip.length / 3), flipped}) {
      Path file = Files.write(dir.resolve("damaged.zip"), bytes);
      assertThatThrownBy(() -> MarketFiles.prices(file, false))
          .isInstanceOf(MarketFileException.class)
          .hasMessageContaining("damaged.zip");
    }
  }

  private Path zip(String name, String... entries) throws IOException {
    Path file = dir.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String entry : entries) {
        out.putNextEntry(new ZipEntry(entry));
        out.write((HEADER + TWO).getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1583020860000,11,13,10,12,0          | line 4: the bar of 1583020860000 stands there"
            + " twice",
        "1583020800000,11,13,10,12,0          | line 4: the time 1583020800000 goes back",
        "1583020980000,11,13,10,12,0          | line 4: 1 bar(s) are missing",
        "1583020900000,11,13,10,12,0          | line 4: the bar of 1583020900000 does not fit",
        "1583020920000,x,13,10,12,0           | line 4: open must be a plain number, got \"x\"",
        "1583020920000,NaN,13,10,12,0         | line 4: open must be a plain number",
        "1583020920000,,13,10,12,0            | line 4: open must be a plain number, got nothing",
        "1583020920000,-1,13,10,12,0          | line 4: open must be a plain number",
        "1583020920000,1e3,13,10,12,0         | line 4: open must be a plain number, but contains",
        "1583020920000,11 ,13,10,12,0         | line 4: open must be a plain number, but contains",
        "1583020920000,11.123456789,13,10,12,0 | line 4: open has more than 8 decimals",
        "1583020920000,99999999999,13,10,12,0 | line 4: open is too large",
        "1583020920000,11,13,10               | line 4: close must be a plain number",
        "1583020920000,11,13,10,12            | line 4: volume must be a number",
        "1583020920000,11,13,10,12,many       | line 4: volume must be a number",
        "1583020920000,11,9,10,12,0           | line 4: a bar needs 0 < low",
        "1583020920000,0,1,0,1,0              | line 4: a bar needs 0 < low",
        "1583020920,11,13,10,12,0             | line 4: open_time_ms must be epoch milliseconds",
        "soon,11,13,10,12,0                   | line 4: open_time_ms must be epoch milliseconds",
      })
  void refusesWithFileAndLine(String row, String message) throws IOException {
    Path file = file(HEADER + TWO + row + "\n");

    assertThatThrownBy(() -> MarketFiles.prices(file, false))
        .isInstanceOf(MarketFileException.class)
        .hasMessageStartingWith("prices.csv, ")
        .hasMessageContaining(message);
  }

  @Test
  void readsRowsThatCrossItsBufferAndAllEndings() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (long i = 0; i < 20_000; i++) {
      text.append(1_583_020_800_000L + i * 60_000).append(",10,12,9,");
      text.append(9 + i % 4).append('.').append(i % 7 % 2 == 0 ? "0" : "00").append(",1");
      text.append(i % 3 == 0 ? "\r\n" : i % 5 == 0 ? "\n\n" : "\n");
    }
    Path file = file(text.toString().strip());
    PricePath path = MarketFiles.prices(file, false);

    assertThat(path.bars()).isEqualTo(20_000);
    for (int i = 0; i < path.bars(); i++) {
      assertThat(path.closeE8(i)).isEqualTo((9 + i % 4) * 100_000_000L);
    }
  }

  @Test
  void refusesWhatIsNoCsvFileAtAll() throws IOException {
    Path file = file("open_time" + "x".repeat(70_000));
    assertThatThrownBy(() -> MarketFiles.prices(file, false))
        .hasMessageContaining("line 1: the row is longer than");
  }

  @Test
  void letsGapsPassWhenAskedAndCountsThem() throws IOException {
    PricePath path = MarketFiles.prices(file(HEADER + TWO + "1583021040000,11,13,10,12,0\n"), true);

    assertThat(path.missingBars()).isEqualTo(2);
    assertThat(path.lastComplete(1_583_021_000_000L)).isEqualTo(1);
  }

  @Test
  void refusesEmptyAbsentAndForeignFiles() throws IOException {
    Path empty = file("");
    assertThatThrownBy(() -> MarketFiles.prices(empty, false)).hasMessageContaining("is empty");
    Path foreign = file("date,price\n2020-03-01,8530\n");
    assertThatThrownBy(() -> MarketFiles.prices(foreign, false))
        .hasMessageContaining("the first column must be open_time");
    assertThatThrownBy(() -> MarketFiles.prices(dir.resolve("absent.csv"), false))
        .hasMessageContaining("there is no such file");
    Path single = file(HEADER + "1583020800000,10,12,9,11,1\n");
    assertThatThrownBy(() -> MarketFiles.prices(single, false)).hasMessageContaining("two rows");
  }

  @Test
  void observesTheCloseOfTheLastCompleteBar() throws IOException {
    PricePath path = MarketFiles.prices(file(HEADER + TWO), false);

    assertThat(path.observedE8(1_583_020_859_999L)).isEqualTo(1_000_000_000L);
    assertThat(path.observedE8(1_583_020_860_000L)).isEqualTo(1_100_000_000L);
    assertThat(path.observedE8(1_583_020_920_000L)).isEqualTo(1_200_000_000L);
  }

  @Test
  void readsFundingWithItsSigns() throws IOException {
    Path file = file("time_ms,rate\n1583020800000,-0.0003\n1583049600008,0.0001\n");
    FundingRates funding = MarketFiles.funding(file, false);

    assertThat(funding.nextAfter(1_583_020_800_000L)).isEqualTo(1_583_049_600_008L);
    assertThat(funding.nextAfter(1_583_049_600_008L)).isEqualTo(FundingRates.NEVER);
    assertThat(funding.rateE8(1_583_020_800_000L)).isEqualTo(-30_000);

    Path gap = file("time_ms,rate\n1583020800000,0\n1583078400000,0\n");
    assertThatThrownBy(() -> MarketFiles.funding(gap, false))
        .hasMessageContaining("line 3: rows are missing")
        .hasMessageContaining("--allow-gaps");
    assertThat(MarketFiles.funding(gap, true).nextAfter(0)).isEqualTo(1_583_020_800_000L);
  }

  @Test
  void constantFundingComesEveryEightHoursUtc() {
    FundingRates funding = FundingRates.constant(Ratio.parse("0.0001"));

    assertThat(funding.nextAfter(1_583_020_800_000L)).isEqualTo(1_583_049_600_000L);
    assertThat(funding.nextAfter(1_583_020_799_999L)).isEqualTo(1_583_020_800_000L);
  }

  @Test
  void aRateHoldsUntilTheNext() throws IOException {
    Rates rates = MarketFiles.rates(file("time_ms,apr\n1583020800000,0.01\n1583107200000,0.02\n"));

    assertThat(rates.aprE8(0)).isEqualTo(1_000_000);
    assertThat(rates.aprE8(1_583_107_199_999L)).isEqualTo(1_000_000);
    assertThat(rates.aprE8(1_583_107_200_000L)).isEqualTo(2_000_000);
  }

  @Test
  void readsTheRecordedFiles() {
    PricePath hourly =
        MarketFiles.prices(RecordedData.file("btcusdt_perp_mark_1h_2019-12_2022-12.csv"), false);
    assertThat(hourly.bars()).isEqualTo(26_509);
    assertThat(
            MarketFiles.funding(RecordedData.file("btcusdt_funding_8h_2019-09_2026-05.csv"), false)
                .covers(hourly.startMillis(), hourly.endMillis()))
        .isTrue();
    assertThat(MarketFiles.prices(RecordedData.file("btcusdt_spot_1m_2026-04.csv"), false).bars())
        .isEqualTo(43_200);
    Path broken = RecordedData.file("btcusd_coinbase_4h_2020-01_2025-10.csv");
    assertThatThrownBy(() -> MarketFiles.prices(broken, false))
        .hasMessageContaining("1 bar(s) are missing");
    assertThat(MarketFiles.prices(broken, true).missingBars()).isEqualTo(1);
  }

  @Test
  void loadsAMillionRowsAndSaysHowFast() throws IOException {
    Path file = dir.resolve("long.csv");
    try (var out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      for (long i = 0; i < 1_000_000; i++) {
        out.write((1_583_020_800_000L + i * 60_000) + ",8530.12,8540.55,8520.01,8531.9,12.345\n");
      }
    }
    long begun = System.nanoTime();
    assertThat(MarketFiles.prices(file, false).bars()).isEqualTo(1_000_000);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    System.getLogger("market").log(System.Logger.Level.INFO, "1,000,000 rows in {0} ms", millis);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(dir.resolve("prices.csv"), text);
  }
}
