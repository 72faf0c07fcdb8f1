package ballast.strategy.contract;

import ballast.strategy.Collateral;
import ballast.strategy.Collateral.Tier;
import ballast.strategy.Memory;
import ballast.strategy.Ratio;
import ballast.strategy.Situation;
import ballast.strategy.Usdt;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded accounts of every size, one after the other in time. Mutable, for one thread. */
final class Situations {
  private static final long DAY_MILLIS = 86_400_000L;
  private static final long MOST_HELD = Usdt.of(500_000_000).e8();
  private static final Usdt LARGE = Usdt.of(100_000_000);

  /** An account of less is none that any strategy is made for. */
  private static final Usdt ORDINARY = Usdt.of(1000);

  private final Random random;
  private long now = 1_584_057_600_000L;
  private long held = Usdt.of(300_000).e8();
  private boolean ordinary;

  Situations(Random random) {
    this.random = random;
  }

  /** True when the last one was an account of a size that there may be. */
  boolean isOrdinary() {
    return ordinary;
  }

  Situation.Recorded next(Memory memory) {
    passTime();
    ordinary = random.nextInt(12) != 0;
    return ordinary ? ordinary(memory) : extreme(memory);
  }

  /** The account after so much LDUSDT came in and counted fully. */
  Situation.Recorded after(Situation.Recorded before, long moved, Memory memory) {
    return new Situation.Recorded(
        before.nowMillis() + 30_000,
        before.equityE8() + moved,
        before.maintenanceMarginE8(),
        before.ldusdtInFuturesE8() + moved,
        before.nowMillis(),
        before.fundingE8(),
        before.fundingMillis(),
        memory);
  }

  /** The same with funding of any size either way; now and then unread, or due to no position. */
  Situation.Recorded foretold(Situation.Recorded plain) {
    long amount = random.nextLong() >> random.nextInt(63);
    long due = plain.nowMillis() + 1 + upTo(DAY_MILLIS / 3);
    return switch (random.nextInt(8)) {
      case 0 -> plain;
      case 1 -> funded(plain, 0, Situation.NEVER);
      default -> funded(plain, amount, due);
    };
  }

  private static Situation.Recorded funded(Situation.Recorded plain, long amount, long due) {
    return new Situation.Recorded(
        plain.nowMillis(),
        plain.equityE8(),
        plain.maintenanceMarginE8(),
        plain.ldusdtInFuturesE8(),
        plain.lastMoveMillis(),
        amount,
        due,
        plain.memory());
  }

  /** Anything from nothing to more than there is. */
  Usdt amount() {
    return new Usdt(upTo(random.nextInt(8) == 0 ? Long.MAX_VALUE - 1 : LARGE.e8()));
  }

  /** One to four tiers with falling rates, the last one often zero. */
  Collateral collateral() {
    List<Tier> tiers = new ArrayList<>();
    long floor = 0;
    long rate = Ratio.ONE.e8();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      long cap = floor + 1 + upTo(LARGE.e8());
      boolean last = i == count - 1;
      rate = last && random.nextInt(3) == 0 ? 0 : rate / 2 + upTo(rate / 2);
      tiers.add(new Tier(new Usdt(floor), new Usdt(cap), new Ratio(rate)));
      floor = cap;
    }
    return new Collateral(new Ratio(50_000_000L + random.nextInt(100_000_000)), tiers);
  }

  private Situation.Recorded ordinary(Memory memory) {
    long margin = ORDINARY.e8() + upTo(LARGE.e8());
    if (held < ORDINARY.e8() || held > MOST_HELD || random.nextInt(4) == 0) {
      held = ORDINARY.e8() + upTo(MOST_HELD - ORDINARY.e8());
    }
    long equity =
        switch (random.nextInt(4)) {
          case 0 -> -upTo(MOST_HELD);
          case 1 -> upTo(20 * LARGE.e8());
          default -> margin / 100 * random.nextInt(500) + random.nextInt(3) - 1;
        };
    return at(equity, margin, memory);
  }

  private Situation.Recorded extreme(Memory memory) {
    long margin = random.nextInt(4) == 0 ? 0 : upTo(Long.MAX_VALUE - 1);
    held = upTo(Long.MAX_VALUE - 1);
    long equity =
        switch (random.nextInt(4)) {
          case 0 -> Long.MIN_VALUE;
          case 1 -> Long.MAX_VALUE;
          default -> random.nextLong() >> random.nextInt(64);
        };
    return at(equity, margin, memory);
  }

  private Situation.Recorded at(long equity, long margin, Memory memory) {
    long last = random.nextBoolean() ? Situation.NEVER : now - upTo(DAY_MILLIS);
    return new Situation.Recorded(now, equity, margin, held, last, memory);
  }

  /** Mostly forward, sometimes not at all, and now and then back, as clocks do. */
  private void passTime() {
    switch (random.nextInt(16)) {
      case 0 -> now -= upTo(60_000);
      case 1 -> {
        // the same millisecond again
      }
      default -> now += upTo(DAY_MILLIS);
    }
  }

  /** A number from 0 to the bound, of any size. */
  private long upTo(long bound) {
    return Math.floorMod(random.nextLong() >>> random.nextInt(63), bound + 1);
  }
}
