package ballast.venue;

import ballast.strategy.Usdt;

/**
 * Both sides of the LDUSDT that Ballast moves, for evidence. Neither is read by the 1500-weight
 * call.
 *
 * @param readAtMillis the exchange's time when the first of the two was asked for
 * @param inEarn the flexible USDT position ({@code totalAmount} of simple-earn flexible/position);
 *     grows by interest
 * @param inFutures LDUSDT in the futures wallet, as the balance row shows it; changes by transfers
 *     alone
 */
public record Holdings(long readAtMillis, Usdt inEarn, Usdt inFutures) {}
