package ballast.journal;

import ballast.decide.Decider;
import ballast.decide.Decision;
import ballast.decide.Facts;
import ballast.decide.Fingerprint;
import ballast.decide.Limits;
import ballast.decide.ShippedStrategies;
import ballast.decide.Standing;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.AccountStatus;
import ballast.strategy.Collateral;
import ballast.strategy.Direction;
import ballast.strategy.Memory;
import ballast.strategy.Ratio;
import ballast.strategy.Situation;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import ballast.venue.ApiCall;
import ballast.venue.Holdings;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Real decisions of the target band, as a tick takes them, for tests to journal. */
public final class Ticks {
  public static final long START = 1_750_000_000_000L;

  public static final Limits LIMITS =
      new Limits(
          false,
          Usdt.of(50_000),
          Usdt.of(500_000),
          Usdt.of(10),
          300_000,
          15_000,
          Fingerprint.FINEST,
          Optional.empty());

  public static final Policy POLICY = policy("3.2x");

  private static final Collateral COLLATERAL =
      new Collateral(
          Ratio.parse("1.0123"),
          List.of(
              new Collateral.Tier(Usdt.ZERO, Usdt.of(1_000_000), Ratio.parse("0.98")),
              new Collateral.Tier(Usdt.of(1_000_000), Usdt.of(5_000_000), Ratio.parse("0.9"))));

  private Ticks() {}

  public static Policy policy(String high) {
    return new Policy(
        "target-band",
        new TreeMap<>(
            Map.of("low", "1.6x", "low-target", "2.0x", "high-target", "2.6x", "high", high)),
        LIMITS,
        "0.1.0");
  }

  /** The same band within other limits. */
  static Policy policy(Limits limits) {
    return new Policy(POLICY.strategy(), POLICY.parameters(), limits, POLICY.codeVersion());
  }

  public static Decider decider(Policy policy) {
    return new Decider(
        ShippedStrategies.made(policy.strategy(), policy.parameters()), policy.limits());
  }

  /** An account with 100 000 USD of maintenance margin at this uniMMR. */
  public static AccountSnapshot account(long atMillis, String uniMmr) {
    Usdt margin = Usdt.of(100_000);
    Usdt equity = margin.times(Ratio.parse(uniMmr), RoundingMode.FLOOR);
    return new AccountSnapshot(
        atMillis,
        equity,
        equity.plus(Usdt.of(1_000)),
        margin,
        Ratio.parse(uniMmr),
        AccountStatus.NORMAL,
        Usdt.of(80_000));
  }

  /** An account read shortly before a tick, with figures down to the last digit. */
  static AccountSnapshot reading(Random random, long nowMillis, Ratio uniMmr, Usdt inFutures) {
    Usdt margin = new Usdt(100_000_12345678L + random.nextInt(1_000_000_000));
    Usdt equity = margin.times(uniMmr, RoundingMode.FLOOR);
    return new AccountSnapshot(
        nowMillis - 180 - random.nextInt(60),
        equity,
        equity.plus(new Usdt(1_000_00000000L + random.nextInt(1_000_000_000))),
        margin,
        uniMmr,
        AccountStatus.NORMAL,
        inFutures);
  }

  /** What the policy decides about it, given the books. */
  public static Decision decide(Policy policy, AccountSnapshot snapshot, Books books) {
    return decide(decider(policy), snapshot, books);
  }

  /** What the decider decides about it, given the books. */
  static Decision decide(Decider decider, AccountSnapshot snapshot, Books books) {
    Situation.Recorded situation =
        situation(
            snapshot.readAtMillis() + 250,
            snapshot,
            books.lastMoveMillis(),
            new StoredMemory(books.memory()));
    Standing standing =
        new Standing(
            snapshot.status(),
            250,
            books.movedToday(),
            books.paused(),
            books.open().map(Intent::id).orElse(Standing.NO_INTENT),
            books.intents());
    Optional<Direction> asked = decider.asks(situation, standing);
    return decider.decide(
        new Facts(
            situation,
            standing,
            asked.map(way -> new Transferable(way, Usdt.of(200_000), COLLATERAL))));
  }

  /** What a strategy sees of the account at this time. */
  public static Situation.Recorded situation(
      long nowMillis, AccountSnapshot snapshot, long lastMoveMillis, Memory memory) {
    return new Situation.Recorded(
        nowMillis,
        snapshot.equity().e8(),
        snapshot.maintenanceMargin().e8(),
        snapshot.ldusdtInFutures().e8(),
        lastMoveMillis,
        memory);
  }

  public static Holdings holdings(long atMillis) {
    return new Holdings(atMillis, Usdt.parse("700000.12345678"), Usdt.of(80_000));
  }

  public static ApiCall call(long atMillis) {
    return new ApiCall(atMillis, "GET", "/papi/v1/account", 200, 0, 20, 83_412);
  }
}
