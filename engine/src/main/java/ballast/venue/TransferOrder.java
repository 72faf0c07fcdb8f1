package ballast.venue;

import ballast.strategy.Direction;
import ballast.strategy.Usdt;

/**
 * One transfer to be sent once.
 *
 * @param intent the journal's id of the intent, for logs; the exchange takes no id
 * @param atMillis when it was released, by the engine's clock. The request bears this time, so that
 *     the exchange refuses it when it comes later than the receive window, however it was held up
 * @param direction which way
 * @param amount LDUSDT, positive
 */
public record TransferOrder(long intent, long atMillis, Direction direction, Usdt amount) {
  public TransferOrder {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("a transfer must be positive, got " + amount);
    }
  }
}
