package ballast.paper;

import ballast.strategy.Direction;
import ballast.strategy.Usdt;

/**
 * LDUSDT that really moved.
 *
 * @param timeMillis the exchange's time, epoch milliseconds
 * @param direction which way
 * @param amount LDUSDT, positive
 */
public record Movement(long timeMillis, Direction direction, Usdt amount) {
  /** What it added to the futures wallet. */
  Usdt intoFutures() {
    return direction == Direction.EARN_TO_FUTURE ? amount : amount.negated();
  }
}
