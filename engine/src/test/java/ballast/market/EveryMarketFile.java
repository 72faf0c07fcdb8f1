package ballast.market;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Careful;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Reads the same bytes as prices, funding and rates, and holds what was read to its bounds. */
final class EveryMarketFile {
  static final List<String> REAL =
      List.of(
          """
          open_time,open,high,low,close,volume
          1772366400000,68280.1,69310.0,67580.00000001,68110,12.5
          1772366460000,68110,68650,65710,66900,1e3
          1772366580000,66900,66900,66900,66900,0
          """,
          """
          1772366400000000,68280.1,69310,67580,68110,12.5,1772366459999999,8.1,3,1,2,0
          1772370000000000,68110,68650,65710,66900,9,1772373599999999,8.1,3,1,2,0
          """,
          "time_ms,rate\n1772366400000,0.0001\n1772395200001,-0.00005\r\n1772424000000,0.0\n",
          "1772366400000,0.01\n1775044800000,0.015\n");

  private static final long EARLIEST = 1_230_768_000_000L;
  private static final long LATEST = 4_102_444_800_000L;

  private final Path file;

  EveryMarketFile(Path folder) {
    file = folder.resolve("market.csv");
  }

  /** True when the text was some market file. */
  boolean read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same through gzip, whole or cut short. */
  boolean readZipped(String text) {
    byte[] zipped = zipped(text.getBytes(StandardCharsets.UTF_8));
    boolean whole = read(zipped);
    assertThat(read(java.util.Arrays.copyOf(zipped, zipped.length / 2))).isFalse();
    return whole;
  }

  boolean read(byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String shown = new String(bytes, StandardCharsets.ISO_8859_1);
    boolean taken = false;
    for (boolean gaps : new boolean[] {false, true}) {
      Optional<PricePath> prices =
          Careful.read(shown, text -> MarketFiles.prices(file, gaps), MarketFileException.class);
      prices.ifPresent(path -> inBounds(path, gaps));
      Optional<FundingRates> funding =
          Careful.read(shown, text -> MarketFiles.funding(file, gaps), MarketFileException.class);
      funding.ifPresent(rates -> inBounds(rates, shown));
      taken |= prices.isPresent() || funding.isPresent();
    }
    Optional<Rates> rates =
        Careful.read(shown, text -> MarketFiles.rates(file), MarketFileException.class);
    rates.ifPresent(held -> assertThat(held.aprE8(LATEST)).isNotNegative());
    return taken || rates.isPresent();
  }

  private static void inBounds(PricePath path, boolean gaps) {
    assertThat(path.barMillis()).isPositive();
    assertThat(path.missingBars()).isNotNegative();
    assertThat(gaps || path.missingBars() == 0).isTrue();
    for (int bar = 0; bar < path.bars(); bar++) {
      assertThat(path.openTime(bar)).isBetween(EARLIEST, LATEST - 1);
      assertThat(bar == 0 || path.openTime(bar) > path.openTime(bar - 1)).isTrue();
      assertThat(
              PricePath.isBar(
                  path.openE8(bar), path.highE8(bar), path.lowE8(bar), path.closeE8(bar)))
          .isTrue();
    }
  }

  // every row that is plain and complete was taken: none may vanish in silence
  private static void inBounds(FundingRates rates, String text) {
    long seen = 0;
    for (long at = rates.nextAfter(0); at != FundingRates.NEVER; at = rates.nextAfter(at)) {
      assertThat(at).isBetween(EARLIEST, LATEST - 1);
      seen++;
    }
    assertThat(seen).isPositive();
    if (!isGzip(text)) {
      long rows = text.split("[\\r\\n]+").length;
      assertThat(rows - seen).as(Careful.shown(text)).isLessThanOrEqualTo(2);
    }
  }

  private static boolean isGzip(String text) {
    return text.length() > 1 && text.charAt(0) == 0x1f && text.charAt(1) == 0x8b;
  }

  static byte[] zipped(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }
}
