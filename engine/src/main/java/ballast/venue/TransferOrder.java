package ballast.venue;

import ballast.strategy.Direction;
import ballast.strategy.Usdt;

/**
 * One transfer to be sent once.
 *
 * @param intent the journal's id of the intent, for logs; the exchange takes no id
 * @param direction which way
 * @param amount LDUSDT, positive
 */
public record TransferOrder(long intent, Direction direction, Usdt amount) {
  public TransferOrder {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("a transfer must be positive, got " + amount);
    }
  }
}
