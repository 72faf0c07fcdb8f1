package ballast.tick;

import static ballast.tick.MarchAccount.DRY_RUN;
import static ballast.tick.MarchAccount.HOLDS;
import static ballast.tick.MarchAccount.MOVES_AT_ONCE;
import static ballast.tick.MarchAccount.decision;
import static ballast.tick.MarchAccount.fault;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.decide.Decision;
import ballast.decide.Rule;
import ballast.journal.OperatorAct;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a tick makes of transfers that others make on its account. */
class TickAmongOthersTest {
  private final MarchAccount account = new MarchAccount();

  @Test
  void recordsWhatSomeoneElseMovedAndGoesOn() {
    Tick tick = account.tick(HOLDS);
    tick.run();
    account.exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(12_345));
    account.clock.advance(Duration.ofSeconds(30));
    assertThat(decision(tick.run()).kind()).isEqualTo(Decision.Kind.HOLD);
    tick.run();
    assertThat(account.foreign())
        .singleElement()
        .satisfies(move -> assertThat(move.size()).isEqualTo(Usdt.of(12_345)));
    assertThat(account.acts()).isEmpty();
  }

  @Test
  void haltsBothWaysUntilResumedOnceOthersMovedMoreThanOneTransferInADay() {
    Tick tick = account.tick(HOLDS);
    tick.run();
    account.exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(200_000));
    tick.run();
    account.exchange.transfer(Direction.FUTURE_TO_EARN, Usdt.of(50_001));
    tick.run();
    assertThat(account.acts())
        .singleElement()
        .satisfies(
            act -> {
              assertThat(act.kind()).isEqualTo(OperatorAct.Kind.PAUSE);
              assertThat(act.direction()).isEmpty();
              assertThat(act.reason()).startsWith("ballast: others moved 250001 LDUSDT today");
            });
    Map<String, String> stillTooLow =
        Map.of("low", "19x", "low-target", "20x", "high-target", "30x", "high", "40x");
    Tick needy = account.tick(stillTooLow);
    account.clock.advance(Duration.ofDays(1));
    assertThat(decision(needy.run()).rule()).contains(Rule.PAUSED);
    account.act(OperatorAct.Kind.RESUME, Optional.empty(), 0);
    assertThat(decision(needy.run()).kind()).isEqualTo(Decision.Kind.MOVE);
  }

  @Test
  void recordsWhatAPersonMovesBesideADryRunAndHaltsNothing() {
    Tick tick = account.tick(HOLDS, DRY_RUN, account.venue());
    tick.run();
    account.exchange.transfer(Direction.EARN_TO_FUTURE, Usdt.of(300_000));
    tick.run();
    assertThat(account.foreign()).hasSize(1);
    assertThat(account.journal.books("main", account.clock.millis()).paused()).isEmpty();
  }

  @Test
  void callsNoMoveOfItsOwnForeign() {
    Tick tick = account.tick(MOVES_AT_ONCE, fault("timeout-after-effect"));
    for (int i = 0; i < 6; i++) {
      tick.run();
      account.clock.advance(Duration.ofSeconds(45));
    }
    assertThat(account.ledger().size()).isPositive();
    assertThat(account.foreign()).isEmpty();
  }
}
