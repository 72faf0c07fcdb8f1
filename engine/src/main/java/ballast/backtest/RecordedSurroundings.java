package ballast.backtest;

import ballast.margin.PortfolioMargin;
import ballast.strategy.AccountStatus;
import ballast.strategy.Direction;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import java.util.EnumSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * As a journal recorded it. Where as much LDUSDT lies in Futures as did then, the exchange's own
 * words hold; where the amounts have become others, its limits are shifted by the difference, and
 * what was never asked is worked out by the model.
 *
 * @param opening the books before the first recorded tick
 * @param inFutures LDUSDT in Futures as it was read
 * @param statuses the exchange's judgement, by ordinal
 * @param paused the directions paused, a bit each
 * @param asked what was answered at the steps that asked
 * @param sent our transfers, by the step that decided them
 * @param others what others moved into Futures before a step's reading
 * @param model for what was not recorded
 */
record RecordedSurroundings(
    Opening opening,
    Ledger inFutures,
    Ledger statuses,
    Ledger paused,
    Map<Integer, Transferable> asked,
    Map<Integer, Sent> sent,
    NavigableMap<Integer, Usdt> others,
    Surroundings model)
    implements Surroundings {
  private static final AccountStatus[] STATUSES = AccountStatus.values();

  /**
   * One of our transfers.
   *
   * @param millis when it was sent
   * @param outcome what became of it
   */
  record Sent(long millis, Direction direction, Usdt amount, Move.Outcome outcome) {}

  private Usdt recorded(int step) {
    return new Usdt(inFutures.at(step));
  }

  @Override
  public AccountStatus status(Moment at) {
    return at.inFutures().equals(recorded(at.step()))
        ? STATUSES[(int) statuses.at(at.step())]
        : model.status(at);
  }

  @Override
  @SuppressWarnings("EnumOrdinal") // the column lives in memory alone
  public Set<Direction> paused(int step) {
    long bits = paused.at(step);
    EnumSet<Direction> directions = EnumSet.noneOf(Direction.class);
    for (Direction direction : Direction.values()) {
      if ((bits >> direction.ordinal() & 1) == 1) {
        directions.add(direction);
      }
    }
    return directions;
  }

  @Override
  public Transferable transferable(Direction direction, Moment at) {
    Transferable then = asked.get(at.step());
    Usdt more = at.inFutures().minus(recorded(at.step()));
    if (then == null || then.direction() != direction) {
      return model.transferable(direction, at);
    }
    if (more.equals(Usdt.ZERO)) {
      return then;
    }
    Usdt amount =
        direction == Direction.EARN_TO_FUTURE
            ? then.amount().minus(more).max(Usdt.ZERO)
            : PortfolioMargin.withdrawable(
                new Usdt(at.equity()), new Usdt(at.margin()), then.collateral(), at.inFutures());
    return new Transferable(direction, amount, then.collateral());
  }

  @Override
  public long sentMillis(int step, long decidedMillis) {
    Sent then = sent.get(step);
    return then == null ? decidedMillis : then.millis();
  }

  @Override
  public Optional<Move.Outcome> outcome(int step, Direction direction, Usdt amount) {
    Sent then = sent.get(step);
    return then != null && then.direction() == direction && then.amount().equals(amount)
        ? Optional.of(then.outcome())
        : Optional.empty();
  }

  @Override
  public int othersNext(int step) {
    Integer next = others.higherKey(step);
    return next == null ? NEVER : next;
  }

  @Override
  public Usdt othersMoved(int step) {
    return others.getOrDefault(step, Usdt.ZERO);
  }

  @Override
  public Surroundings between(int from, int to) {
    return new RecordedSurroundings(
        opening,
        inFutures.between(from, to, 0),
        statuses.between(from, to, 0),
        paused.between(from, to, 0),
        part(asked, from, to),
        part(sent, from, to),
        new TreeMap<>(part(others, from, to)),
        model.between(from, to));
  }

  private static <V> Map<Integer, V> part(Map<Integer, V> all, int from, int to) {
    return all.entrySet().stream()
        .filter(each -> each.getKey() >= from && each.getKey() < to)
        .collect(Collectors.toMap(each -> each.getKey() - from, Map.Entry::getValue));
  }
}
