package ballast.decide;

import ballast.strategy.AccountStatus;
import ballast.strategy.Collateral;
import ballast.strategy.Direction;
import ballast.strategy.Memory;
import ballast.strategy.Need;
import ballast.strategy.Proposal;
import ballast.strategy.Ratio;
import ballast.strategy.Situation;
import ballast.strategy.Strategy;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One account in good order: maintenance margin 100,000, 300,000 LDUSDT in Futures, each worth 0.5,
 * last move an hour ago.
 */
final class Samples {
  static final long NOW = 1_584_057_600_000L;
  static final long HOUR = 3_600_000;
  static final Limits LIMITS =
      new Limits(false, Usdt.of(50_000), Usdt.of(120_000), Usdt.of(10), 300_000, 15_000);
  static final Standing GOOD =
      new Standing(AccountStatus.NORMAL, 1_000, Usdt.ZERO, Set.of(), Standing.NO_INTENT);
  static final Collateral HALF =
      new Collateral(
          Ratio.ONE,
          List.of(new Collateral.Tier(Usdt.ZERO, Usdt.of(10_000_000), Ratio.parse("0.5"))));

  private Samples() {}

  /** The band 1.6x / 2x / 2.6x / 3.2x. */
  static Strategy band() {
    return strategy(
        "target-band",
        Map.of("low", "1.6x", "low-target", "2x", "high-target", "2.6x", "high", "3.2x"));
  }

  /** A shipped strategy. */
  static Strategy strategy(String name, Map<String, String> texts) {
    return ShippedStrategies.made(name, texts);
  }

  static Situation.Recorded situation(String equity) {
    return situation(equity, NOW - HOUR);
  }

  static Situation.Recorded situation(String equity, long lastMoveMillis) {
    return new Situation.Recorded(
        NOW,
        Usdt.parseSigned(equity).e8(),
        Usdt.of(100_000).e8(),
        Usdt.of(300_000).e8(),
        lastMoveMillis,
        Memory.NONE);
  }

  static Transferable transferable(Direction direction, String amount) {
    return new Transferable(direction, Usdt.parse(amount), HALF);
  }

  static Facts facts(String equity) {
    return new Facts(situation(equity), GOOD, Optional.empty());
  }

  static Facts facts(String equity, Direction direction, String transferable) {
    return new Facts(situation(equity), GOOD, Optional.of(transferable(direction, transferable)));
  }

  static Standing status(AccountStatus status) {
    return new Standing(status, 1_000, Usdt.ZERO, Set.of(), Standing.NO_INTENT);
  }

  static Standing age(long snapshotAgeMillis) {
    return new Standing(
        AccountStatus.NORMAL, snapshotAgeMillis, Usdt.ZERO, Set.of(), Standing.NO_INTENT);
  }

  static Standing moved(String movedToday) {
    return new Standing(
        AccountStatus.NORMAL, 1_000, Usdt.parse(movedToday), Set.of(), Standing.NO_INTENT);
  }

  static Standing paused(Direction... directions) {
    return new Standing(
        AccountStatus.NORMAL, 1_000, Usdt.ZERO, Set.of(directions), Standing.NO_INTENT);
  }

  static Standing open(long intent) {
    return new Standing(AccountStatus.NORMAL, 1_000, Usdt.ZERO, Set.of(), intent);
  }

  static Limits dryRun() {
    return new Limits(
        true,
        LIMITS.perTransfer(),
        LIMITS.perDay(),
        LIMITS.minTransfer(),
        LIMITS.minGapMillis(),
        LIMITS.maxSnapshotAgeMillis());
  }

  /** Gives the same two answers to everything. */
  record Answers(Need need, Proposal proposal) implements Strategy {
    @Override
    public Need need(Situation situation) {
      return need;
    }

    @Override
    public Proposal propose(Situation situation, Transferable transferable) {
      return proposal;
    }
  }
}
