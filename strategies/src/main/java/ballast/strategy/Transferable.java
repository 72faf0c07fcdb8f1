package ballast.strategy;

/**
 * How much LDUSDT can be moved in one direction right now, and what it counts for.
 *
 * @param direction the direction that was asked for
 * @param amount LDUSDT, {@code GET /sapi/v1/portfolio/earn-asset-balance}; not negative
 * @param collateral the margin worth of LDUSDT at the same time
 */
public record Transferable(Direction direction, Usdt amount, Collateral collateral) {
  public Transferable {
    if (amount.isNegative()) {
      throw new IllegalArgumentException(
          "a transferable amount must not be negative, got " + amount);
    }
  }
}
