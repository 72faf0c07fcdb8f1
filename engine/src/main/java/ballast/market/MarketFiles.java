package ballast.market;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Reads price, funding and rate files: CSV in UTF-8 with or without a header, plain, gzip or a zip
 * of one file, times in UTC as milliseconds or microseconds. What is not exactly right is refused
 * with file and line, because a backtest on a damaged file gives a wrong answer without a sign of
 * it.
 */
public final class MarketFiles {
  /** Bytes that a row may come to: five columns, and one of them twice while it is handed over. */
  private static final int ROW_BYTES = 64;

  /**
   * Rows that are read at most, so that too large a file ends in a message and not in no memory.
   */
  private static final int MAX_ROWS =
      (int) Math.min(50_000_000, Runtime.getRuntime().maxMemory() * 7 / 10 / ROW_BYTES);

  /** Recorded funding times are off the full hour by a few milliseconds. */
  private static final long FUNDING_SLACK_MILLIS = 60_000;

  private MarketFiles() {}

  /**
   * Prices: {@code open_time_ms,open,high,low,close,volume}, and whatever columns follow, as in
   * Binance's public kline archives.
   *
   * @param allowGaps let missing bars pass and count them
   * @throws MarketFileException in one plain line
   */
  public static PricePath prices(Path path, boolean allowGaps) {
    try (CsvCursor csv = CsvCursor.open(path)) {
      skipHeader(csv, "open_time", "open");
      PriceRows rows = new PriceRows(csv, allowGaps);
      while (csv.hasRow()) {
        rows.read();
        limit(csv, rows.size());
      }
      return rows.path();
    }
  }

  /**
   * Funding: {@code time_ms,rate}, the rate a fraction per interval, eight hours or less apart.
   *
   * @param allowGaps let longer pauses pass
   * @throws MarketFileException in one plain line
   */
  public static FundingRates funding(Path path, boolean allowGaps) {
    long longest =
        allowGaps ? Long.MAX_VALUE : FundingRates.EIGHT_HOURS_MILLIS + FUNDING_SLACK_MILLIS;
    try (CsvCursor csv = CsvCursor.open(path)) {
      Series series = series(csv, "rate", longest, true);
      return FundingRates.recorded(series.times().take(), series.values().take());
    }
  }

  /**
   * Rates: {@code time_ms,apr}, a fraction a year that holds until the next row; so the rows may be
   * any time apart, and there is no such thing as a gap.
   *
   * @throws MarketFileException in one plain line
   */
  public static Rates rates(Path path) {
    try (CsvCursor csv = CsvCursor.open(path)) {
      Series series = series(csv, "apr", Long.MAX_VALUE, false);
      return new Rates(series.times().take(), series.values().take());
    }
  }

  private static Series series(CsvCursor csv, String column, long longest, boolean signed) {
    skipHeader(csv, "time", column);
    Series series = new Series(new LongColumn(), new LongColumn());
    while (csv.hasRow()) {
      long time = csv.time("time_ms");
      if (series.times().size() > 0) {
        requireAfter(csv, time, series.times().last(), longest);
      }
      series.times().add(time);
      series.values().add(csv.decimalE8(column, signed));
      csv.endRow();
      limit(csv, series.times().size());
    }
    if (series.times().size() == 0) {
      throw new MarketFileException(csv.file() + ": there are no rows in it");
    }
    return series;
  }

  private static void requireAfter(CsvCursor csv, long time, long before, long longest) {
    if (time == before) {
      throw csv.refuse("the time " + time + " stands there twice");
    }
    if (time < before) {
      throw csv.refuse("the time " + time + " goes back behind " + before);
    }
    if (time - before > longest) {
      throw csv.refuse(
          "rows are missing between "
              + before
              + " and "
              + time
              + "; complete the file or give --allow-gaps");
    }
  }

  private static void skipHeader(CsvCursor csv, String firstColumn, String secondColumn) {
    if (!csv.hasRow()) {
      throw new MarketFileException(csv.file() + ": the file is empty");
    }
    if (!csv.atHeader()) {
      return;
    }
    String header = csv.header();
    String[] names = header.replace("\"", "").split(",", 3);
    if (!names[0].startsWith(firstColumn)) {
      throw otherHeader(csv, "the first column must be " + firstColumn + "…", header);
    }
    if (names.length < 2 || !names[1].strip().toLowerCase(Locale.ROOT).endsWith(secondColumn)) {
      throw otherHeader(csv, "the second column must be " + secondColumn, header);
    }
  }

  private static MarketFileException otherHeader(CsvCursor csv, String wanted, String header) {
    return new MarketFileException(
        csv.file() + ", line 1: " + wanted + ", the header says \"" + header + "\"");
  }

  private static void limit(CsvCursor csv, int rows) {
    if (rows > MAX_ROWS) {
      throw csv.refuse(
          "more than "
              + MAX_ROWS
              + " rows do not fit into Java's memory; split the file or set"
              + " BALLAST_JAVA_OPTS=-Xmx4g");
    }
  }

  /** Two columns of the same length. */
  private record Series(LongColumn times, LongColumn values) {}
}
