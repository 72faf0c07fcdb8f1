package ballast.strategy;

/** Which way LDUSDT moves; the names are the exchange's own {@code transferType} values. */
public enum Direction implements Need {
  /** From Simple Earn into the futures wallet: raises equity and so uniMMR. The rescue leg. */
  EARN_TO_FUTURE,
  /** From the futures wallet back to Simple Earn: lowers equity. The yield leg. */
  FUTURE_TO_EARN;

  public Direction opposite() {
    return this == EARN_TO_FUTURE ? FUTURE_TO_EARN : EARN_TO_FUTURE;
  }
}
