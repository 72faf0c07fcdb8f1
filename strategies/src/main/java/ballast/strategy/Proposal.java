package ballast.strategy;

/** What a strategy wants done once it knows how much can be moved. */
public sealed interface Proposal permits Proposal.Move, Hold {
  /**
   * Move this much in the direction that was asked for.
   *
   * @param amount LDUSDT, positive and at most the transferable amount
   * @param reason a short sentence without figures
   */
  record Move(Usdt amount, String reason) implements Proposal {
    public Move {
      if (!amount.isPositive()) {
        throw new IllegalArgumentException("a move must be positive, got " + amount);
      }
      if (reason.isBlank()) {
        throw new IllegalArgumentException("a move must say its reason");
      }
    }
  }
}
