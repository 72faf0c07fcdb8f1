package ballast.decide;

import ballast.decide.Verdict.Allowed;
import ballast.decide.Verdict.Refused;
import ballast.strategy.Direction;
import ballast.strategy.Hold;
import ballast.strategy.Memory;
import ballast.strategy.Need;
import ballast.strategy.Proposal;
import ballast.strategy.Proposal.Move;
import ballast.strategy.Situation;
import ballast.strategy.Strategy;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Strategy and guard as one pure call. Live, dry run, replay and backtest all decide here.
 * Immutable, safe for several threads.
 */
public final class Decider {
  private static final Optional<Direction> NOTHING = Optional.empty();
  private static final Optional<Direction> EARN_TO_FUTURE = Optional.of(Direction.EARN_TO_FUTURE);
  private static final Optional<Direction> FUTURE_TO_EARN = Optional.of(Direction.FUTURE_TO_EARN);

  private final Strategy strategy;
  private final Guard guard;

  public Decider(Strategy strategy, Limits limits) {
    this.strategy = strategy;
    this.guard = new Guard(limits);
  }

  /** What every move is held to. */
  public Limits limits() {
    return guard.limits();
  }

  /** Whether the strategy wants to know the funding that is expected. */
  public boolean usesFunding() {
    try {
      return strategy.usesFunding();
    } catch (Throwable fault) {
      StrategyFault.require(fault);
      return false; // need() is likely to meet it again, where it is recorded
    }
  }

  /**
   * The direction whose transferable amount {@link #decide} must be given. Empty when it can decide
   * without: the strategy holds, or a rule that needs no amount forbids the move, so that no
   * 1500-weight call is spent. Allocates nothing on a hold.
   */
  public Optional<Direction> asks(Situation situation, Standing standing) {
    Need need;
    try {
      need = strategy.need(situation);
    } catch (Throwable fault) {
      StrategyFault.require(fault);
      return NOTHING; // decide() meets the same fault and records it
    }
    if (!(need instanceof Direction direction)
        || guard.objection(direction, situation, standing).isPresent()) {
      return NOTHING;
    }
    return direction == Direction.EARN_TO_FUTURE ? EARN_TO_FUTURE : FUTURE_TO_EARN;
  }

  /**
   * What is remembered after a hold, for whoever walks through situations by the million: null when
   * this is none, because a direction is needed or the strategy fails, and {@link #decide} must
   * say. Where it is not null, {@link #decide} would come to a hold with this memory, whatever the
   * standing. Allocates nothing of its own.
   */
  public @Nullable Memory hold(Situation situation) {
    try {
      Memory memory = strategy.remember(situation);
      return strategy.need(situation) instanceof Hold ? memory : null;
    } catch (Throwable fault) {
      StrategyFault.require(fault);
      return null;
    }
  }

  /**
   * Decides. Pure: equal facts, equal decision.
   *
   * @throws IllegalArgumentException when {@link #asks} wants a transferable amount that the facts
   *     lack or have for the other direction
   */
  public Decision decide(Facts facts) {
    Situation.Recorded situation = facts.situation();
    Memory memory;
    Need need;
    try {
      memory = Objects.requireNonNull(strategy.remember(situation), "the strategy remembered null");
      need = Objects.requireNonNull(strategy.need(situation), "the strategy needed null");
    } catch (Throwable fault) {
      return fault(facts, NOTHING, fault);
    }
    if (need instanceof Hold hold) {
      return hold(facts, NOTHING, hold, memory);
    }
    Direction direction = (Direction) need;
    if (facts.transferable().isEmpty()) {
      Refused refused =
          guard
              .objection(direction, situation, facts.standing())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "the facts lack the transferable amount " + direction));
      return refusal(facts, direction, Usdt.ZERO, refused, memory);
    }
    Transferable transferable = facts.transferable().get();
    if (transferable.direction() != direction) {
      throw new IllegalArgumentException(
          "the strategy needs " + direction + ", the facts have " + transferable.direction());
    }
    Proposal proposal;
    try {
      proposal =
          Objects.requireNonNull(
              strategy.propose(situation, transferable), "the strategy proposed null");
    } catch (Throwable fault) {
      return fault(facts, Optional.of(direction), fault);
    }
    if (proposal instanceof Hold hold) {
      return hold(facts, Optional.of(direction), hold, memory);
    }
    Move move = (Move) proposal;
    Verdict verdict = guard.rule(move.amount(), transferable, situation, facts.standing());
    if (verdict instanceof Refused refused) {
      return refusal(facts, direction, move.amount(), refused, memory);
    }
    Allowed allowed = (Allowed) verdict;
    String reason =
        allowed
            .cutBy()
            .map(rule -> move.reason() + "; cut to " + rule.label())
            .orElse(move.reason());
    return new Decision(
        facts,
        Decision.Kind.MOVE,
        Optional.of(direction),
        move.amount(),
        allowed.amount(),
        allowed.cutBy(),
        reason,
        memory);
  }

  /**
   * A strategy that throws moves nothing and forgets nothing; the next tick asks it again. So does
   * a plugin that answers null or was built against another version.
   */
  private static Decision fault(Facts facts, Optional<Direction> direction, Throwable fault) {
    StrategyFault.require(fault);
    return new Decision(
        facts,
        Decision.Kind.REFUSED,
        direction,
        Usdt.ZERO,
        Usdt.ZERO,
        Optional.of(Rule.STRATEGY_FAULT),
        StrategyFault.describe(fault),
        facts.situation().memory());
  }

  private static Decision hold(
      Facts facts, Optional<Direction> direction, Hold hold, Memory memory) {
    return new Decision(
        facts,
        Decision.Kind.HOLD,
        direction,
        Usdt.ZERO,
        Usdt.ZERO,
        Optional.empty(),
        hold.reason(),
        memory);
  }

  private static Decision refusal(
      Facts facts, Direction direction, Usdt proposed, Refused refused, Memory memory) {
    return new Decision(
        facts,
        Decision.Kind.REFUSED,
        Optional.of(direction),
        proposed,
        Usdt.ZERO,
        Optional.of(refused.rule()),
        refused.detail(),
        memory);
  }
}
