package ballast.paper;

import ballast.decide.Decider;
import ballast.decide.Decision;
import ballast.decide.Facts;
import ballast.decide.ShippedStrategies;
import ballast.decide.Standing;
import ballast.journal.Ticks;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.Direction;
import ballast.strategy.Memory;
import ballast.strategy.Situation;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import ballast.venue.Reading;
import ballast.venue.TransferOrder;
import ballast.venue.Venue;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A loop without journal or faults: the policy of a scenario on a paper account. */
final class Trial {
  private static final long DAY_MILLIS = 86_400_000;

  private final PaperExchange exchange;
  private final PaperClock clock;
  private final Venue venue;
  private final Decider decider;
  private final Duration tick;
  private long lastMove = Situation.NEVER;
  private long day;
  private Usdt movedToday = Usdt.ZERO;

  private Trial(Scenario scenario, Duration tick) {
    this.tick = tick;
    this.exchange = new PaperExchange(scenario);
    this.clock = PaperClock.cranked(scenario.prices().startMillis());
    this.venue = new PaperVenue(exchange, clock);
    this.decider =
        new Decider(
            ShippedStrategies.made(scenario.demo().strategy(), scenario.demo().parameters()),
            scenario.demo().limits());
  }

  static PaperExchange withPolicy(Scenario scenario, Duration tick) {
    Trial trial = new Trial(scenario, tick);
    while (trial.clock.millis() < trial.exchange.endMillis()) {
      trial.tick();
      trial.clock.advance(trial.tick);
    }
    trial.exchange.advanceTo(trial.clock.millis());
    return trial.exchange;
  }

  static PaperExchange leftAlone(Scenario scenario) {
    PaperExchange exchange = new PaperExchange(scenario);
    exchange.advanceTo(exchange.endMillis());
    return exchange;
  }

  private void tick() {
    AccountSnapshot snapshot = got(venue.account());
    if (snapshot.readAtMillis() / DAY_MILLIS != day) {
      day = snapshot.readAtMillis() / DAY_MILLIS;
      movedToday = Usdt.ZERO;
    }
    Situation.Recorded situation =
        Ticks.situation(snapshot.readAtMillis(), snapshot, lastMove, Memory.NONE);
    Standing standing =
        new Standing(snapshot.status(), 0, movedToday, Set.of(), Standing.NO_INTENT);
    Optional<Transferable> transferable =
        decider.asks(situation, standing).map(direction -> got(venue.transferable(direction)));
    Decision decision = decider.decide(new Facts(situation, standing, transferable));
    if (decision.kind() == Decision.Kind.MOVE) {
      Direction direction = decision.direction().orElseThrow();
      venue.transfer(new TransferOrder(1, clock.millis(), direction, decision.amount()));
      movedToday = movedToday.plus(decision.amount());
      lastMove = situation.nowMillis();
    }
  }

  private static <T> T got(Reading<T> reading) {
    return reading.match(
        value -> value,
        failure -> {
          throw new IllegalStateException(failure.detail());
        });
  }
}
