package ballast.venue;

import ballast.strategy.Usdt;
import java.util.OptionalLong;

/**
 * What the account's positions are expected to pay as funding when it falls due next. A forecast:
 * the exchange settles the rate only then, and the price moves until then.
 *
 * @param amount USD; negative is received
 * @param dueMillis the exchange's time of it; empty when no position pays any
 */
public record Funding(Usdt amount, OptionalLong dueMillis) {
  /** Of an account without perpetual positions. */
  public static final Funding NONE = new Funding(Usdt.ZERO, OptionalLong.empty());
}
