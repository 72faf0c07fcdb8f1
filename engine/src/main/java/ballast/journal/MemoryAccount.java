package ballast.journal;

import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One account of a {@link MemoryJournal}: its chain and what follows from it. One thread. */
final class MemoryAccount {
  final String name;
  final List<Link> links = new ArrayList<>();
  final Map<Long, Intent> intents = new TreeMap<>();
  long policy;
  private int durable;
  private long open;
  private RecordedTick.@Nullable Decided latest;
  private final Set<Direction> paused = EnumSet.noneOf(Direction.class);
  private final List<Link.Foreign> foreign = new ArrayList<>();
  private final List<Lag> lags = new ArrayList<>();
  private final Map<Direction, Refusals> refusals = new EnumMap<>(Refusals.NONE_EITHER_WAY);
  private @Nullable Moves moves;

  MemoryAccount(String name) {
    this.name = name;
  }

  /** How long a confirmed transfer took to be visible, and when it was. */
  private record Lag(long atMillis, long millis) {}

  /** What was moved, by whomever, until the last transition or foreign move. */
  private record Moves(
      Day day, Usdt today, Optional<Intent> last, Duration longestLag, Usdt foreignToday) {}

  long nextSequence() {
    return links.size() + 1L;
  }

  long open() {
    return open;
  }

  Set<Direction> paused() {
    return Set.copyOf(paused);
  }

  /** An intent of this account. */
  Intent intent(long id) {
    Intent intent = intents.get(id);
    if (intent == null) {
      throw new IllegalStateException("account " + name + " has no intent " + id);
    }
    return intent;
  }

  void append(Link link) {
    links.add(link);
    if (link instanceof Link.Tick tick && tick.tick() instanceof RecordedTick.Decided decided) {
      latest = decided;
    } else if (link instanceof Link.Act act) {
      Rulebook.apply(act.act(), paused);
    } else if (link instanceof Link.Foreign foreign) {
      this.foreign.add(foreign);
      moves = null;
    }
  }

  void append(Link.Transition transition, Intent now) {
    Intent earlier = intents.get(now.id());
    if (earlier != null
        && earlier.state() == IntentState.CONFIRMED
        && now.state() == IntentState.SETTLED) {
      long settled = transition.atMillis();
      lags.add(new Lag(settled, settled - now.sentAtMillis().orElse(settled)));
    }
    append(transition);
    refusals.replaceAll((way, before) -> before.at(transition.atMillis()));
    refusals.computeIfPresent(
        now.direction(), (way, before) -> before.after(now.state(), transition.atMillis()));
    intents.put(now.id(), now);
    open = now.state().isTerminal() ? 0 : now.id();
    moves = null;
  }

  void commit() {
    durable = links.size();
  }

  /** Forgets what was not committed: ticks alone, everything else is durable at once. */
  void crash() {
    links.subList(durable, links.size()).clear();
    latest = null;
    for (int i = links.size() - 1; i >= 0 && latest == null; i--) {
      if (links.get(i) instanceof Link.Tick tick
          && tick.tick() instanceof RecordedTick.Decided decided) {
        latest = decided;
      }
    }
  }

  Optional<RecordedTick.Decided> latest() {
    return Optional.ofNullable(latest);
  }

  Books books(long nowMillis, String memory) {
    Moves known = moves;
    if (known == null || !known.day().covers(nowMillis)) {
      known = count(Day.of(nowMillis));
      moves = known;
    }
    return new Books(
        known.last(),
        known.today(),
        EnumSet.copyOf(paused),
        open == 0 ? Optional.empty() : Optional.of(intent(open)),
        known.longestLag(),
        intents.size(),
        inFutures(),
        known.foreignToday(),
        Map.copyOf(refusals),
        memory);
  }

  private Optional<Usdt> inFutures() {
    if (open != 0) {
      return Optional.empty();
    }
    RecordedTick.Decided last = latest;
    if (!foreign.isEmpty()) {
      Link.Foreign noticed = foreign.get(foreign.size() - 1);
      if (last == null || noticed.sequence() > last.sequence()) {
        return Optional.of(noticed.move().now());
      }
    }
    return Optional.ofNullable(last).map(this::inFuturesAfter);
  }

  private Usdt inFuturesAfter(RecordedTick.Decided last) {
    long intent = Math.max(last.intent(), last.decision().facts().standing().openIntent());
    return intent == 0 ? last.snapshot().ldusdtInFutures() : intent(intent).inFuturesAfter();
  }

  private Usdt foreignMoved(Day day) {
    return foreign.stream()
        .map(Link.Foreign::move)
        .filter(move -> day.covers(move.atMillis()))
        .map(ForeignMove::size)
        .reduce(Usdt.ZERO, Usdt::plus);
  }

  private Duration longestLag(Day day) {
    return Duration.ofMillis(
        lags.stream()
            .filter(lag -> lag.atMillis() >= day.daysBefore(Rulebook.LAG_DAYS))
            .mapToLong(Lag::millis)
            .max()
            .orElse(0));
  }

  private Moves count(Day day) {
    Intent last = null;
    Usdt today = Usdt.ZERO;
    for (Intent intent : intents.values()) {
      if (intent.sentAtMillis().isPresent() && !intent.state().provesNothingMoved()) {
        long sent = intent.sentAtMillis().getAsLong();
        last = intent;
        today = day.covers(sent) ? today.plus(intent.amount()) : today;
      }
    }
    return new Moves(day, today, Optional.ofNullable(last), longestLag(day), foreignMoved(day));
  }
}
