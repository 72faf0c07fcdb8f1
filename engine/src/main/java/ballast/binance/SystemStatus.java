package ballast.binance;

/**
 * Whether the exchange is in service.
 *
 * @param normal false during maintenance
 * @param message the exchange's own word
 */
public record SystemStatus(boolean normal, String message) {}
