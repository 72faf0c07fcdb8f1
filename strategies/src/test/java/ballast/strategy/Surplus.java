package ballast.strategy;

import java.util.List;
import java.util.Map;

/**
 * An account whose surplus over 2x of a maintenance margin of 100 USD is the balance of a cash
 * model, kept by a strategy through its public interface. LDUSDT counts fully.
 */
final class Surplus implements Situation {
  static final String FLOOR = "2x";
  private static final long MARGIN_E8 = Usdt.of(100).e8();
  private static final long FLOOR_E8 = Usdt.of(200).e8();
  private static final Collateral FULL =
      new Collateral(
          Ratio.ONE, List.of(new Collateral.Tier(Usdt.ZERO, new Usdt(Long.MAX_VALUE), Ratio.ONE)));
  private static final Usdt ENOUGH = Usdt.of(1_000_000_000);

  private final Strategy strategy;
  private Memory memory;
  private long nowMillis;
  private long equityE8;
  private long heldE8 = ENOUGH.e8();
  private long transfers;
  private long atTop;

  Surplus(StrategyFactory factory, Map<String, String> texts, long balanceE8) {
    this.strategy = factory.create(Parameters.of(factory.parameters(), texts));
    this.memory = factory.recall("");
    this.equityE8 = FLOOR_E8 + balanceE8;
  }

  static StrategyFactory factory(String name) {
    return new BuiltIns()
        .strategies().stream().filter(it -> it.name().equals(name)).findAny().orElseThrow();
  }

  /** Adds a flow and lets the strategy decide; the balance after that. */
  long step(long flowE8, long millis) {
    equityE8 += flowE8;
    nowMillis += millis;
    Memory after = strategy.remember(this);
    if (strategy.need(this) instanceof Direction direction) {
      move(direction);
    }
    memory = after;
    return balanceE8();
  }

  private void move(Direction direction) {
    Proposal proposal = strategy.propose(this, new Transferable(direction, ENOUGH, FULL));
    if (proposal instanceof Proposal.Move move) {
      boolean in = direction == Direction.EARN_TO_FUTURE;
      long amount = in ? move.amount().e8() : -move.amount().e8();
      equityE8 += amount;
      heldE8 += amount;
      transfers++;
      atTop += in ? 0 : 1;
    }
  }

  long balanceE8() {
    return equityE8 - FLOOR_E8;
  }

  long transfers() {
    return transfers;
  }

  long transfersAtTop() {
    return atTop;
  }

  @Override
  public long nowMillis() {
    return nowMillis;
  }

  @Override
  public long equityE8() {
    return equityE8;
  }

  @Override
  public long maintenanceMarginE8() {
    return MARGIN_E8;
  }

  @Override
  public long ldusdtInFuturesE8() {
    return heldE8;
  }

  @Override
  public long lastMoveMillis() {
    return NEVER;
  }

  @Override
  public Memory memory() {
    return memory;
  }
}
