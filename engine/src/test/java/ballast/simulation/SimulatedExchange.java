package ballast.simulation;

import ballast.strategy.Direction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.SplittableRandom;

/** The account as it truly is: balances, margin, other movers, and the ledger of our transfers. */
final class SimulatedExchange {
  static final long LAG_BOUND_MILLIS = 600_000;
  static final long LATE_BOUND_MILLIS = 65_000;

  private static final long E8 = 100_000_000;
  private static final long HOUR_MILLIS = 3_600_000;

  /** Hourly interest of 6 % a year, as a divisor. */
  private static final long HOURLY = 8_766 * 100 / 6;

  private final SimulatedClock clock;
  private final SplittableRandom market;
  private final Chance chance;
  private final List<Entry> ledger = new ArrayList<>();
  private final Queue<Entry> late = new PriorityQueue<>(Comparator.comparingLong(Entry::atMillis));
  private final Deque<Balances> past = new ArrayDeque<>();
  private Balances now;
  private long otherEquityE8;
  private long nextInterest;
  private long nextMarket;

  SimulatedExchange(SimulatedClock clock, SplittableRandom market, Chance chance) {
    this.clock = clock;
    this.market = market;
    this.chance = chance;
    this.now =
        new Balances(
            Long.MIN_VALUE, amount(500_000, 900_000), amount(20_000, 120_000), ledger.size());
    this.otherEquityE8 = amount(60_000, 300_000);
    this.nextInterest = clock.trueMillis() + HOUR_MILLIS;
    this.nextMarket = clock.trueMillis();
  }

  private long amount(long least, long most) {
    return market.nextLong(least * E8, most * E8);
  }

  /** Lets time pass, with everything that happens in it. */
  void pass(long millis) {
    clock.pass(millis);
    long time = clock.trueMillis();
    while (!late.isEmpty() && late.element().atMillis() <= time) {
      Entry due = late.remove();
      execute(due);
    }
    if (time >= nextInterest) {
      nextInterest = time + HOUR_MILLIS;
      become(now.earnE8() + now.earnE8() / HOURLY, now.futuresE8(), time);
      chance.happened(Fault.INTEREST);
    }
    if (time >= nextMarket) {
      nextMarket = time + market.nextLong(HOUR_MILLIS / 4, 3 * HOUR_MILLIS);
      otherEquityE8 = amount(40_000, 420_000);
    }
  }

  /** Somebody else moves, if it comes to that: half the time a round amount, as people do. */
  void disturb(double share) {
    if (!chance.strikes(Fault.OTHER_MOVER, share)) {
      return;
    }
    long any = amount(1, 30_000);
    long moved = market.nextBoolean() ? any - any % E8 : any;
    boolean inward = market.nextBoolean();
    if (market.nextBoolean()) {
      long earn = now.earnE8() + (inward ? moved : -Math.min(moved, now.earnE8()));
      become(earn, now.futuresE8(), clock.trueMillis());
    } else {
      long part = inward ? Math.min(moved, now.earnE8()) : -Math.min(moved, now.futuresE8());
      become(now.earnE8() - part, now.futuresE8() + part, clock.trueMillis());
    }
  }

  /** Executes a transfer; false when there is not enough. */
  boolean execute(Entry entry) {
    boolean rescue = entry.direction() == Direction.EARN_TO_FUTURE;
    long amount = entry.amountE8();
    if ((rescue ? now.earnE8() : now.futuresE8()) < amount) {
      return false;
    }
    ledger.add(entry);
    long part = rescue ? amount : -amount;
    become(now.earnE8() - part, now.futuresE8() + part, entry.atMillis());
    return true;
  }

  void executeLater(Entry entry) {
    late.add(entry);
  }

  private void become(long earnE8, long futuresE8, long atMillis) {
    past.addFirst(now);
    now = new Balances(atMillis, earnE8, futuresE8, ledger.size());
    long horizon = clock.trueMillis() - 2 * LAG_BOUND_MILLIS;
    while (past.size() > 1 && previousBegan() <= horizon) {
      past.removeLast();
    }
  }

  /** When the last but one of the past balances began: the one before it is then out of reach. */
  private long previousBegan() {
    Iterator<Balances> oldest = past.descendingIterator();
    oldest.next();
    return oldest.next().atMillis();
  }

  /** What a reading shows that is this old. */
  Balances seen(long lagMillis) {
    long time = clock.trueMillis() - lagMillis;
    if (now.atMillis() <= time) {
      return now;
    }
    for (Balances before : past) {
      if (before.atMillis() <= time) {
        return before;
      }
    }
    throw new IllegalStateException("the past has no beginning");
  }

  long otherEquityE8() {
    return otherEquityE8;
  }

  Balances balances() {
    return now;
  }

  List<Entry> ledger() {
    return ledger;
  }

  Queue<Entry> late() {
    return late;
  }

  boolean executed(int process, long intent) {
    for (int i = ledger.size() - 1; i >= 0; i--) {
      if (ledger.get(i).intent() == intent && ledger.get(i).process() == process) {
        return true;
      }
    }
    return false;
  }
}
