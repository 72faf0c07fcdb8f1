package ballast.binance;

/**
 * One measurement of the exchange's clock.
 *
 * @param millis the exchange's time, as it answered
 * @param offsetMillis what must be added to the engine's clock to get the exchange's
 * @param roundTripMicros how long the answer took; the offset is uncertain by half of it
 */
public record ServerTime(long millis, long offsetMillis, long roundTripMicros) {}
