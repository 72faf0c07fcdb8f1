package ballast.strategy;

/**
 * Decides how much LDUSDT the futures wallet should hold. Pure: the same situation gives the same
 * answer, on any day and any machine, or the recorded decisions no longer replay. Implementations
 * are immutable and safe for use by several threads.
 *
 * <p>The way of one tick: {@link #remember} is told of every situation; {@link #need} says whether
 * and which way something is missing; only then is the transferable amount asked for, and {@link
 * #propose} names the amount.
 */
public interface Strategy {
  /**
   * The direction in which LDUSDT is needed, or a hold. Called at every tick, so it should not
   * allocate when it holds.
   */
  Need need(Situation situation);

  /**
   * The amount to move in {@code transferable.direction()}, which is the direction that {@link
   * #need} gave for the same situation. At most {@code transferable.amount()}; a proposal beyond it
   * is refused by the engine.
   */
  Proposal propose(Situation situation, Transferable transferable);

  /**
   * Whether {@link Situation#fundingE8} and its time are to be read for it. No one else pays the
   * weight of that.
   */
  default boolean usesFunding() {
    return false;
  }

  /** What to carry to the next tick, having seen this one. */
  default Memory remember(Situation situation) {
    return situation.memory();
  }
}
