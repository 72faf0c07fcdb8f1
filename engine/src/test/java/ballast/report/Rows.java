package ballast.report;

import ballast.decide.Decision;
import ballast.decide.Facts;
import ballast.decide.Rule;
import ballast.decide.Standing;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.RecordedTick;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.AccountStatus;
import ballast.strategy.Collateral;
import ballast.strategy.Direction;
import ballast.strategy.Memory;
import ballast.strategy.Ratio;
import ballast.strategy.Situation;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import ballast.venue.Holdings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A few rows as a journal would have them. */
final class Rows {
  static final long NOON = Instant.parse("2020-03-12T12:00:00Z").toEpochMilli();

  private static final Collateral COLLATERAL =
      new Collateral(
          Ratio.ONE, List.of(new Collateral.Tier(Usdt.ZERO, Usdt.of(1_000_000), Ratio.ONE)));

  private Rows() {}

  static RecordedTick hold(long sequence, String reason) {
    return tick(
        sequence, Decision.Kind.HOLD, "520000.5", "30000", "0", "0", Optional.empty(), reason, 0);
  }

  static RecordedTick refused(long sequence, String reason) {
    return tick(
        sequence,
        Decision.Kind.REFUSED,
        "90000",
        "30000",
        "60000",
        "0",
        Optional.of(Rule.DRY_RUN),
        reason,
        0);
  }

  static RecordedTick move(long sequence, long intent, String reason) {
    return tick(
        sequence,
        Decision.Kind.MOVE,
        "90000",
        "30000",
        "60000",
        "50000",
        Optional.of(Rule.PER_TRANSFER),
        reason,
        intent);
  }

  /** So much equity over so little margin that the quotient is no number. */
  static RecordedTick marginless(long sequence) {
    return tick(
        sequence,
        Decision.Kind.HOLD,
        "90000000000",
        "0.00000001",
        "0",
        "0",
        Optional.empty(),
        "uniMMR is inside the band",
        0);
  }

  static RecordedTick skipped(long sequence, String reason) {
    return new RecordedTick.Skipped("main", sequence, NOON + sequence * 30_000, 1, reason);
  }

  private static RecordedTick tick(
      long sequence,
      Decision.Kind kind,
      String equity,
      String margin,
      String proposed,
      String amount,
      Optional<Rule> rule,
      String reason,
      long intent) {
    long now = NOON + sequence * 30_000;
    Situation.Recorded situation =
        new Situation.Recorded(
            now,
            Usdt.parse(equity).e8(),
            Usdt.parse(margin).e8(),
            Usdt.of(400_000).e8(),
            Situation.NEVER,
            Memory.NONE);
    Optional<Direction> direction =
        kind == Decision.Kind.HOLD ? Optional.empty() : Optional.of(Direction.EARN_TO_FUTURE);
    Facts facts =
        new Facts(
            situation,
            new Standing(AccountStatus.NORMAL, 20, Usdt.ZERO, Set.of(), Standing.NO_INTENT),
            direction.map(way -> new Transferable(way, Usdt.of(700_000), COLLATERAL)));
    AccountSnapshot snapshot =
        new AccountSnapshot(
            now,
            Usdt.parse(equity),
            Usdt.parse(equity),
            Usdt.parse(margin),
            Ratio.ONE,
            AccountStatus.NORMAL,
            Usdt.of(400_000));
    return new RecordedTick.Decided(
        "main",
        sequence,
        1,
        snapshot,
        new Decision(
            facts,
            kind,
            direction,
            Usdt.parse(proposed),
            Usdt.parse(amount),
            rule,
            reason,
            Memory.NONE),
        intent);
  }

  static Intent settled(long id, Direction direction, String amount, String reason) {
    return new Intent(
        id,
        "main",
        id,
        direction,
        Usdt.parse(amount),
        IntentState.SETTLED,
        NOON + id * 1000,
        OptionalLong.of(NOON + id * 1000 + 5),
        OptionalLong.of(NOON + id * 1000 + 30_000),
        new Holdings(NOON, Usdt.of(700_000), Usdt.of(400_000)),
        reason,
        "the balances show it");
  }

  static Intent unsent(long id, String account, String reason, String detail) {
    return new Intent(
        id,
        account,
        id,
        Direction.FUTURE_TO_EARN,
        Usdt.parse("10.25"),
        IntentState.INTENT,
        NOON,
        OptionalLong.empty(),
        OptionalLong.empty(),
        new Holdings(NOON, Usdt.of(1), Usdt.of(2)),
        reason,
        detail);
  }
}
