package ballast.venue;

import ballast.strategy.AccountSnapshot;
import ballast.strategy.Direction;
import ballast.strategy.Transferable;

/**
 * One account on one exchange. Readings fail as values; only {@link #transfer} moves money, and
 * only {@code ballast.tick} may call it. Used by one thread at a time.
 */
public interface Venue {
  /** The account's margin and its LDUSDT in Futures, read together. */
  Reading<AccountSnapshot> account();

  /**
   * What can be moved in this direction, and what it counts for: the call of 1500 IP weight, for
   * the needed direction only.
   */
  Reading<Transferable> transferable(Direction direction);

  /** What is expected to be paid as funding next; asked for by strategies that use it alone. */
  Reading<Funding> funding();

  /** Both sides of the LDUSDT, to settle a transfer by. */
  Reading<Holdings> holdings();

  /**
   * Sends the transfer at most once on the wire and says what is known of it afterwards. Never
   * throws for what the wire does.
   */
  TransferOutcome transfer(TransferOrder order);
}
