package ballast.market;

/** The rows of one price file, checked against each other as they come. */
final class PriceRows {
  private static final int MOST_MISSING = 1_000_000_000;

  private final CsvCursor csv;
  private final boolean allowGaps;
  private final LongColumn openTimes = new LongColumn();
  private final LongColumn opens = new LongColumn();
  private final LongColumn highs = new LongColumn();
  private final LongColumn lows = new LongColumn();
  private final LongColumn closes = new LongColumn();
  private long barMillis;
  private long lastTime;
  private long missingBars;

  PriceRows(CsvCursor csv, boolean allowGaps) {
    this.csv = csv;
    this.allowGaps = allowGaps;
  }

  void read() {
    long time = csv.time("open_time_ms");
    if (size() > 0) {
      requireNext(time);
    }
    long open = csv.decimalE8("open", false);
    long high = csv.decimalE8("high", false);
    long low = csv.decimalE8("low", false);
    long close = csv.decimalE8("close", false);
    csv.skipNumber("volume");
    if (!PricePath.isBar(open, high, low, close)) {
      throw csv.refuse("a bar needs 0 < low <= open, close <= high");
    }
    openTimes.add(time);
    opens.add(open);
    highs.add(high);
    lows.add(low);
    closes.add(close);
    lastTime = time;
    csv.endRow();
  }

  int size() {
    return openTimes.size();
  }

  PricePath path() {
    if (size() < 2) {
      throw new MarketFileException(
          csv.file() + ": a price file needs two rows at least, or a bar has no length");
    }
    return new PricePath(
        csv.file(),
        barMillis,
        Math.toIntExact(missingBars),
        openTimes.take(),
        opens.take(),
        highs.take(),
        lows.take(),
        closes.take());
  }

  /** The first two rows say how long a bar is; every other row must follow by that. */
  private void requireNext(long time) {
    long step = time - lastTime;
    if (step == 0) {
      throw csv.refuse("the bar of " + time + " stands there twice");
    }
    if (step < 0) {
      throw csv.refuse("the time " + time + " goes back behind " + lastTime);
    }
    if (barMillis == 0) {
      barMillis = step;
    }
    if (step == barMillis) {
      return;
    }
    if (step % barMillis != 0) {
      throw csv.refuse("the bar of " + time + " does not fit bars of " + barMillis / 1_000 + " s");
    }
    long missing = step / barMillis - 1;
    if (!allowGaps) {
      throw csv.refuse(
          missing
              + " bar(s) are missing before "
              + time
              + "; complete the file or give --allow-gaps");
    }
    missingBars += missing;
    if (missingBars > MOST_MISSING) {
      throw csv.refuse("more than " + MOST_MISSING + " bars are missing; is this one file?");
    }
  }
}
