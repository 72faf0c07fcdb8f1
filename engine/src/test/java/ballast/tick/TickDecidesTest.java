package ballast.tick;

import static ballast.tick.MarchAccount.HOLDS;
import static ballast.tick.MarchAccount.LIMITS;
import static ballast.tick.MarchAccount.decision;
import static ballast.tick.MarchAccount.fault;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.decide.Decision;
import ballast.decide.ShippedStrategies;
import ballast.journal.RecordedTick;
import ballast.notify.TickReport;
import ballast.strategy.Direction;
import ballast.strategy.Situation;
import ballast.strategy.StrategyFactory;
import ballast.strategy.Usdt;
import ballast.venue.Venue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a tick reads and decides, and what it leaves in the journal. */
class TickDecidesTest {
  private final MarchAccount account = new MarchAccount();

  @Test
  void holdsInsideTheBandAndJournalsWhy() {
    TickReport report = account.tick(HOLDS).run();
    assertThat(decision(report).kind()).isEqualTo(Decision.Kind.HOLD);
    List<RecordedTick> ticks = account.ticks();
    assertThat(ticks).hasSize(1);
    assertThat(((RecordedTick.Decided) ticks.get(0)).decision().canonical())
        .isEqualTo(decision(report).canonical());
    assertThat(account.ledger()).isEmpty();
  }

  private Decision scheduled(String faults) {
    StrategyFactory factory = ShippedStrategies.named("scheduled-liquidity");
    Map<String, String> texts = new TreeMap<>(HOLDS);
    texts.put("funding", "expected else 1%");
    Assignment assignment = Assigned.to("main", factory, texts, LIMITS);
    return decision(
        account.tick(assignment, account.venue(faults), account.journal, account.told::add).run());
  }

  @Test
  void readsTheExpectedFundingForAStrategyThatUsesIt() {
    Situation situation = scheduled("{\"seed\": 1, \"faults\": []}").facts().situation();
    assertThat(situation.fundingE8())
        .isEqualTo(account.exchange.funding().amount().e8())
        .isPositive();
    assertThat(situation.fundingMillis())
        .isEqualTo(account.exchange.funding().dueMillis().orElseThrow())
        .isGreaterThan(account.clock.millis());
  }

  @Test
  void decidesWithoutTheExpectedFundingWhereItCannotBeRead() {
    Decision decision = scheduled(fault("http-5xx-before-effect", "positionRisk"));
    assertThat(decision.facts().situation().fundingE8()).isEqualTo(Situation.UNKNOWN);
    assertThat(decision.facts().situation().fundingMillis()).isEqualTo(Situation.NEVER);
    assertThat(decision.kind()).isEqualTo(Decision.Kind.HOLD);
  }

  @Test
  void asksForNoFundingWhereNobodyUsesIt() {
    Decision decision =
        decision(account.tick(HOLDS, fault("http-5xx-before-effect", "positionRisk")).run());
    assertThat(decision.facts().situation().fundingE8()).isEqualTo(Situation.UNKNOWN);
  }

  @Test
  void leavesARowWhenTheAccountCannotBeRead() {
    Tick tick = account.tick(HOLDS, fault("garbage", "portfolio/account"));
    assertThat(tick.run()).isInstanceOf(TickReport.Skipped.class);
    assertThat(account.ticks()).singleElement().isInstanceOf(RecordedTick.Skipped.class);
  }

  @Test
  void restsNothingOnAReadingThatASecondOneContradicts() {
    account.tick(HOLDS).run();
    account.exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(7));
    Venue contradictory =
        new ElsewhereVenue(
            account.venue(), () -> account.exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(8)));
    assertThat(account.tick(HOLDS, LIMITS, contradictory).run())
        .isInstanceOf(TickReport.Skipped.class);
    assertThat(account.foreign()).isEmpty();
  }
}
