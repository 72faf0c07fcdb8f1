package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.decide.Decision;
import ballast.decide.Facts;
import ballast.decide.Standing;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.Situation;
import ballast.strategy.Usdt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every journal promises of a decision: all of it comes back. */
interface DecisionContract extends Contract {
  @Test
  default void everythingOfADecisionComesBack() {
    List<String> canonical = new ArrayList<>();
    canonical.add(account().hold(NOW).canonical());
    Intent intent = account().sent(NOW + 1_000);
    AccountSnapshot snapshot = Ticks.account(NOW + 2_000, "1.5");
    Decision refusal = account().decide(snapshot);
    account().record(snapshot, refusal);

    List<RecordedTick.Decided> read = account().decided();
    assertThat(read).hasSize(3);
    assertThat(read.get(0).decision().canonical()).isEqualTo(canonical.get(0));
    assertThat(read.get(1).intent()).isEqualTo(intent.id());
    assertThat(read.get(1).decision().facts().transferable()).isPresent();
    assertThat(read.get(2).decision().canonical()).isEqualTo(refusal.canonical());
    assertThat(read.get(2).snapshot()).isEqualTo(snapshot);
  }

  @Test
  default void factsThatDifferFromTheSnapshotComeBackToo() {
    AccountSnapshot decidedOn = Ticks.account(NOW, "2.5");
    Decision decision = account().decide(decidedOn);
    AccountSnapshot other = Ticks.account(NOW - 5_000, "2.7");
    account().record(other, decision);

    assertThat(account().decided().get(0).decision().canonical()).isEqualTo(decision.canonical());
    assertThat(account().decided().get(0).snapshot()).isEqualTo(other);
  }

  @Test
  default void aDecisionFromBeforeIntentsWereCountedComesBackAsItWas() {
    AccountSnapshot snapshot = Ticks.account(NOW, "2.5");
    Facts counted = Ticks.decide(Ticks.POLICY, snapshot, KeptAccount.NEW_BOOKS).facts();
    Standing standing = counted.standing();
    Standing uncounted =
        new Standing(
            standing.status(),
            standing.snapshotAgeMillis(),
            standing.movedToday(),
            standing.paused(),
            standing.openIntent());
    Decision decision =
        Ticks.decider(Ticks.POLICY)
            .decide(new Facts(counted.situation(), uncounted, counted.transferable()));
    account().record(snapshot, decision);
    assertThat(account().decided().get(0).decision().canonical())
        .isEqualTo(decision.canonical())
        .doesNotContain("intentsBefore");
  }

  @Test
  default void theFundingThatWasForetoldComesBack() {
    AccountSnapshot snapshot = Ticks.account(NOW, "2.5");
    Facts plain = Ticks.decide(Ticks.POLICY, snapshot, KeptAccount.NEW_BOOKS).facts();
    Situation.Recorded situation = plain.situation();
    Situation.Recorded foretold =
        new Situation.Recorded(
            situation.nowMillis(),
            situation.equityE8(),
            situation.maintenanceMarginE8(),
            situation.ldusdtInFuturesE8(),
            situation.lastMoveMillis(),
            Usdt.parseSigned("-12.00000001").e8(),
            NOW + 60_000,
            situation.memory());
    Decision with =
        Ticks.decider(Ticks.POLICY)
            .decide(new Facts(foretold, plain.standing(), plain.transferable()));
    account().record(snapshot, with);
    assertThat(account().decided().get(0).decision().canonical())
        .isEqualTo(with.canonical())
        .contains("\nfunding=-12.00000001\nfundingAt=" + (NOW + 60_000) + "\n");
    account().hold(NOW + 1_000);
    assertThat(account().decided().get(1).decision().canonical()).doesNotContain("funding");
  }
}
