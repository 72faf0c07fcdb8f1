package ballast.sweep;

import ballast.backtest.History;

/**
 * The last part of a past, kept from every choice. It answers once, for the policy that was chosen;
 * whoever could ask twice would be choosing by it. For one thread.
 */
final class HoldOut {
  private final History history;
  private boolean asked;

  HoldOut(History history) {
    this.history = history;
  }

  Walk of(Policy chosen) {
    if (asked) {
      throw new IllegalStateException("the hold-out was looked at already");
    }
    asked = true;
    return Walk.on(history).of(chosen);
  }
}
