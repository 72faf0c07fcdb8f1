package ballast.strategy;

import java.time.Duration;

/**
 * An account that a strategy is walked along by hand: a fixed margin, losses that the test says.
 */
final class Course {
  static final long MARGIN = Usdt.of(100_000).e8();

  private final Strategy strategy;
  private Memory memory = Memory.NONE;
  private long millis = 1_584_057_600_000L;
  private long equity = Usdt.of(300_000).e8();
  private long margin = MARGIN;
  private long held = Usdt.of(50_000).e8();
  private long lastMove = Situation.NEVER;

  Course(Strategy strategy) {
    this.strategy = strategy;
    see();
  }

  /** A span passes in which this share of the margin is lost. */
  Course lose(Duration span, double margins) {
    millis += span.toMillis();
    equity -= Math.round(margins * MARGIN);
    return see();
  }

  /** A span passes in which LDUSDT is moved into Futures and counts in full. */
  Course move(Duration span, Usdt amount) {
    lastMove = millis;
    millis += span.toMillis();
    equity += amount.e8();
    held += amount.e8();
    return see();
  }

  Course equity(Usdt equity) {
    this.equity = equity.e8();
    return this;
  }

  Course margin(Usdt margin) {
    this.margin = margin.e8();
    return this;
  }

  private Course see() {
    memory = strategy.remember(situation());
    return this;
  }

  Situation situation() {
    return new Situation.Recorded(millis, equity, margin, held, lastMove, memory);
  }

  Memory memory() {
    return memory;
  }
}
