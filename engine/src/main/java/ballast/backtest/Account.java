package ballast.backtest;

import ballast.backtest.Move.Outcome;
import ballast.decide.Decision;
import ballast.decide.Standing;
import ballast.strategy.Direction;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What our transfers make of an account: what lies in Futures, what may be moved, and what the
 * books would say of it. Follows the live engine and the paper exchange: one transfer at a time,
 * counted on the UTC day it was sent. Mutable, for one thread.
 */
final class Account {
  private static final long DAY_MILLIS = 86_400_000L;

  private final History history;
  private final Surroundings surroundings;
  private final Surroundings.Opening opening;
  private final Execution execution;
  private final SplittableRandom chance;
  private final List<Move> moves = new ArrayList<>();
  private final Ledger.Writer held = new Ledger.Writer();
  private Usdt inFutures;
  private long collateralValue;
  private long lastMove;
  private long today;
  private Usdt movedToday;
  private int othersNext;
  private @Nullable Flight flight;

  /**
   * A transfer that is not settled.
   *
   * @param move what becomes of it
   * @param landsMillis when
   * @param lastMoveBefore the last move before it, which is the last again if it did not move
   */
  private record Flight(Move move, long landsMillis, long lastMoveBefore) {}

  Account(History history, Execution execution) {
    this.history = history;
    this.execution = execution;
    this.chance = new SplittableRandom(execution.seed());
    this.surroundings = history.surroundings;
    this.opening = surroundings.opening();
    this.lastMove = opening.lastMoveMillis();
    this.movedToday = opening.movedToday();
    this.today = day(history.timeMillis(0));
    this.inFutures = history.opening();
    this.othersNext = surroundings.othersNext(0);
    this.collateralValue = history.collateral().value(inFutures).e8();
    held.set(0, inFutures.e8());
  }

  Usdt inFutures() {
    return inFutures;
  }

  /** What the LDUSDT in Futures counts for, USD × 1e8. */
  long collateralValue() {
    return collateralValue;
  }

  long lastMoveMillis() {
    return lastMove;
  }

  List<Move> moves() {
    return List.copyOf(moves);
  }

  /** LDUSDT in Futures as each step's decision sees it. */
  Ledger held() {
    return held.ledger();
  }

  /**
   * When the transfer in flight is settled or, if that is earlier, after which step others move;
   * {@code Long.MAX_VALUE} when neither will be.
   */
  long landsMillis() {
    long others =
        othersNext == Surroundings.NEVER ? Long.MAX_VALUE : history.timeMillis(othersNext - 1);
    return flight == null ? others : Math.min(others, flight.landsMillis());
  }

  /** Books what others move between this step and the next. */
  void letOthersMove(int step) {
    if (step + 1 == othersNext) {
      hold(inFutures.plus(surroundings.othersMoved(othersNext)).max(Usdt.ZERO), othersNext);
      othersNext = surroundings.othersNext(othersNext);
    }
  }

  /** Settles the transfer in flight, if its time has come. */
  void land(int step) {
    Flight landing = flight;
    if (landing == null || landing.landsMillis() > history.timeMillis(step)) {
      return;
    }
    flight = null;
    Move move = landing.move();
    if (move.outcome() == Outcome.DONE && isTooMuch(move, step)) {
      move = move.with(Outcome.REFUSED);
    }
    if (move.outcome() != Outcome.DONE) {
      lastMove = landing.lastMoveBefore();
      movedToday = day(move.timeMillis()) == today ? movedToday.minus(move.amount()) : movedToday;
    }
    settle(move, step);
  }

  /** What could be moved when it was sent may not be there when it arrives. */
  private boolean isTooMuch(Move move, int step) {
    long equity = history.netE8(step) + collateralValue;
    Usdt most = transferable(move.direction(), step, equity, history.maintenanceE8(step)).amount();
    return move.amount().compareTo(most) > 0;
  }

  /** How the account stands, as the live books would have it. */
  Standing standing(int step, long equity, long margin) {
    long intents = opening.intents() + moves.size();
    return new Standing(
        surroundings.status(moment(step, equity, margin)),
        0,
        day(history.timeMillis(step)) == today ? movedToday : Usdt.ZERO,
        surroundings.paused(step),
        flight == null ? Standing.NO_INTENT : intents + 1,
        intents);
  }

  /** What the exchange would let through. */
  Transferable transferable(Direction direction, int step, long equity, long margin) {
    return surroundings.transferable(direction, moment(step, equity, margin));
  }

  private Surroundings.Moment moment(int step, long equity, long margin) {
    return new Surroundings.Moment(step, inFutures, equity, margin);
  }

  /** Sends what was decided. */
  void send(int step, Decision decision) {
    long now = history.timeMillis(step);
    Direction direction = decision.direction().orElseThrow();
    Outcome outcome =
        surroundings.outcome(step, direction, decision.amount()).orElseGet(this::drawn);
    Move move =
        new Move(step, now, direction, decision.amount(), decision.reason(), outcome, step + 1);
    if (outcome == Outcome.REFUSED) {
      settle(move, step + 1);
      return;
    }
    long lastMoveBefore = lastMove;
    count(surroundings.sentMillis(step, now), move.amount());
    if (outcome == Outcome.LOST) {
      flight = new Flight(move, now + Execution.QUIET_WINDOW_MILLIS, lastMoveBefore);
    } else if (execution.latency().isZero()) {
      settle(move, step + 1);
    } else {
      flight = new Flight(move, now + execution.latency().toMillis(), lastMoveBefore);
    }
  }

  private Outcome drawn() {
    if (execution.refused().e8() == 0 && execution.lost().e8() == 0) {
      return Outcome.DONE;
    }
    long drawn = chance.nextLong(100_000_000L);
    if (drawn < execution.refused().e8()) {
      return Outcome.REFUSED;
    }
    return drawn < execution.refused().e8() + execution.lost().e8() ? Outcome.LOST : Outcome.DONE;
  }

  private void count(long now, Usdt amount) {
    movedToday = day(now) == today ? movedToday.plus(amount) : amount;
    today = day(now);
    lastMove = now;
  }

  private void settle(Move sent, int effectiveStep) {
    moves.add(sent.from(effectiveStep));
    hold(inFutures.plus(sent.intoFutures()), effectiveStep);
  }

  private void hold(Usdt now, int fromStep) {
    inFutures = now;
    collateralValue = history.collateral().value(inFutures).e8();
    held.set(fromStep, inFutures.e8());
  }

  private static long day(long millis) {
    return Math.floorDiv(millis, DAY_MILLIS);
  }
}
