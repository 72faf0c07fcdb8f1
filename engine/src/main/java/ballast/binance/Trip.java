package ballast.binance;

/**
 * When one request was written and answered.
 *
 * @param sentMillis the engine's clock as its first byte was written
 * @param answeredMillis the engine's clock as the head of the answer was there
 * @param nanos the time between the two by the monotonic clock
 */
record Trip(long sentMillis, long answeredMillis, long nanos) {
  /**
   * The engine's clock half-way. By that clock itself, which may run faster than life in paper
   * mode; should it have been set back meanwhile, by the monotonic one.
   */
  long midpointMillis() {
    return answeredMillis >= sentMillis
        ? sentMillis + (answeredMillis - sentMillis) / 2
        : answeredMillis - nanos / 2_000_000;
  }
}
