package ballast.strategy;

import java.util.List;

/**
 * Never moves anything: the account left alone, to compare with, and a way to record an account
 * without touching it.
 */
record HoldAlways() implements Strategy {
  private static final Hold ALWAYS = new Hold("this strategy always holds");

  @Override
  public Need need(Situation situation) {
    return ALWAYS;
  }

  @Override
  public Proposal propose(Situation situation, Transferable transferable) {
    return ALWAYS;
  }

  /** Makes {@link HoldAlways}. */
  static final class Factory implements StrategyFactory {
    @Override
    public String name() {
      return "hold";
    }

    @Override
    public String summary() {
      return "Never moves anything; records what the account did by itself.";
    }

    @Override
    public String source() {
      return "the baseline of every comparison";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }

    @Override
    public Strategy create(Parameters parameters) {
      return new HoldAlways();
    }
  }
}
