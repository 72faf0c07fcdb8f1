package ballast.strategy.contract;

import ballast.strategy.Collateral;
import ballast.strategy.Direction;
import ballast.strategy.Hold;
import ballast.strategy.Memory;
import ballast.strategy.Need;
import ballast.strategy.Proposal;
import ballast.strategy.Proposal.Move;
import ballast.strategy.Ratio;
import ballast.strategy.Situation;
import ballast.strategy.Strategy;
import ballast.strategy.StrategyFactory;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;

/** One walk of two twins through seeded situations, each judged. Mutable, for one thread. */
final class Walk {
  /** After so many situations the memory begins anew. */
  private static final int CHAIN = 16;

  /** Everything counts fully here, without end. */
  private static final Collateral AMPLE =
      new Collateral(
          Ratio.ONE, List.of(new Collateral.Tier(Usdt.ZERO, new Usdt(Long.MAX_VALUE), Ratio.ONE)));

  private final StrategyFactory factory;
  private final Strategy strategy;
  private final Strategy twin;
  private final Predicate<Situation> calm;
  private final long seed;
  private final Random random;
  private final Situations situations;
  private Memory memory = Memory.NONE;
  private Situation.Recorded now;
  private int place;
  private int calmOnes;

  Walk(
      StrategyFactory factory,
      Strategy strategy,
      Strategy twin,
      Predicate<Situation> calm,
      long seed) {
    this.factory = factory;
    this.strategy = strategy;
    this.twin = twin;
    this.calm = calm;
    this.seed = seed;
    this.random = new Random(seed);
    this.situations = new Situations(random);
    this.now = next();
  }

  /** How many situations had to be held. */
  int calm() {
    return calmOnes;
  }

  private Situation.Recorded next() {
    Situation.Recorded plain = situations.next(memory);
    return strategy.usesFunding() ? situations.foretold(plain) : plain;
  }

  void step(int index) {
    place = index;
    try {
      if (index % CHAIN == 0) {
        memory = factory.recall("");
      }
      now = next();
      Memory after = remembered();
      judge(need(), after);
      memory = after;
    } catch (RuntimeException | LinkageError fault) {
      throw new AssertionError(at() + ": it threw " + fault, fault);
    }
  }

  private Memory remembered() {
    Memory after = Objects.requireNonNull(strategy.remember(now), "it remembered null");
    String text = after.text();
    require(isOneLine(text), "its memory is not one line: " + text);
    Memory recalled = factory.recall(text);
    require(recalled.equals(after), "its memory " + text + " is recalled as another one");
    require(recalled.text().equals(text), "its memory " + text + " is recalled as another text");
    require(strategy.remember(now).equals(after), "it remembers otherwise the second time");
    require(twin.remember(recalled()).equals(after), "another instance remembers otherwise");
    return after;
  }

  private Need need() {
    Need need = Objects.requireNonNull(strategy.need(now), "it needed null");
    require(need.equals(strategy.need(now)), "it needs otherwise the second time");
    require(need.equals(twin.need(recalled())), "another instance needs otherwise");
    return need;
  }

  private void judge(Need need, Memory after) {
    boolean inside = calm.test(now);
    calmOnes += inside ? 1 : 0;
    if (need instanceof Hold hold) {
      require(isOneLine(hold.reason()), "a reason is not one line: " + hold.reason());
      require(strategy.need(now) == need, "it makes a new Hold each time; keep it as a constant");
      return;
    }
    Direction direction = (Direction) need;
    require(!inside, "it needs " + direction + " where it must hold");
    propose(new Transferable(direction, situations.amount(), situations.collateral()));
    propose(new Transferable(direction, Usdt.ZERO, AMPLE));
    if (situations.isOrdinary()) {
      agree(direction, after);
    }
  }

  private Proposal propose(Transferable transferable) {
    Proposal proposal =
        Objects.requireNonNull(strategy.propose(now, transferable), "it proposed null");
    require(
        proposal.equals(twin.propose(recalled(), transferable)),
        "another instance proposes otherwise");
    if (proposal instanceof Move move) {
      require(
          move.amount().compareTo(transferable.amount()) <= 0,
          "it moves " + move.amount() + " of " + transferable.amount() + " transferable");
      require(isOneLine(move.reason()), "a reason is not one line: " + move.reason());
    } else {
      require(isOneLine(((Hold) proposal).reason()), "a reason is not one line: " + proposal);
    }
    return proposal;
  }

  /** What is needed is moved where it can be, and the move does not call for its own reversal. */
  private void agree(Direction direction, Memory after) {
    boolean in = direction == Direction.EARN_TO_FUTURE;
    Usdt held = new Usdt(now.ldusdtInFuturesE8());
    Usdt most = in ? new Usdt(Long.MAX_VALUE).minus(held) : held;
    Proposal proposal = propose(new Transferable(direction, most, AMPLE));
    require(
        proposal instanceof Move,
        "it needs " + direction + " and does not propose it where all of it can be moved");
    if (place % CHAIN == 0) {
      long moved = ((Move) proposal).amount().e8();
      Need next = strategy.need(situations.after(now, in ? moved : -moved, after));
      require(
          next != direction.opposite(), "its own move " + direction + " makes it move right back");
    }
  }

  /** The same situation with its memory read back, as replay sees it. */
  private Situation recalled() {
    return now.with(factory.recall(now.memory().text()));
  }

  private void require(boolean kept, String breach) {
    if (!kept) {
      throw new AssertionError(at() + ": " + breach);
    }
  }

  private String at() {
    return "strategy " + factory.name() + ", seed " + seed + ", situation " + place + ", " + now;
  }

  private static boolean isOneLine(String text) {
    return text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
  }
}
