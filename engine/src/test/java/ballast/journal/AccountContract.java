package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.decide.Decision;
import ballast.decide.Fingerprint;
import ballast.decide.Limits;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every journal promises of an account: its environment, its keeper, its policy. */
interface AccountContract extends Contract {
  @Test
  default void anAccountBelongsToTheEnvironmentItWasFirstReachedIn() {
    assertThat(journal().bind("main", key("paper", "old"), NOW)).isEmpty();
    assertThat(journal().bind("main", key("paper", "new"), NOW)).isEmpty();
    assertThat(journal().bind("main", key("live", "new"), NOW))
        .hasValueSatisfying(
            objection ->
                assertThat(objection)
                    .contains("main belongs to the paper exchange", "names the live one"));
    assertThat(journal().bind("another", key("live", "new"), NOW)).isEmpty();
    assertThat(journal().reader().check().breaks()).isEmpty();
  }

  @Test
  default void aNewKeyWaitsForTheOpenIntentUnlessTheAccountIsPaused() {
    AccountKey old = key("live", "old");
    AccountKey fresh = key("live", "new");
    Intent intent = account().move(NOW);

    assertThat(journal().bind("main", old, NOW)).as("the first that is known").isEmpty();
    assertThat(journal().bind("main", old, NOW)).isEmpty();
    assertThat(journal().bind("main", fresh, NOW))
        .hasValueSatisfying(
            objection ->
                assertThat(objection)
                    .contains("new API key while intent " + intent.id(), "pause --account main"));

    account().act(OperatorAct.Kind.PAUSE, Optional.of(Direction.EARN_TO_FUTURE));
    assertThat(journal().bind("main", fresh, NOW)).as("paused one way").isPresent();
    account().act(OperatorAct.Kind.PAUSE, Optional.empty());
    assertThat(journal().bind("main", fresh, NOW)).isEmpty();
    assertThat(journal().bind("main", old, NOW)).as("both are known now").isEmpty();
  }

  private static AccountKey key(String environment, String key) {
    return AccountKey.of(environment, key.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  default void whoAdoptsAnAccountKeepsItUntilTheJournalIsClosed() {
    assertThat(journal().lease("nobody's")).isEmpty();
    Lease lease = journal().lease("main").orElseThrow();
    assertThat(lease.epoch()).isEqualTo(1);
    assertThat(lease.here()).isTrue();
    assertThat(lease.over()).isFalse();
    assertThat(lease.describe()).startsWith("main is kept by ").contains(" until ");

    journal().adopt("main", Ticks.policy("4x"), NOW);
    account().sent(NOW);
    assertThat(journal().lease("main").orElseThrow().epoch()).isEqualTo(1);
  }

  @Test
  default void refusesAccountsThatWereNotAdopted() {
    assertThatThrownBy(() -> journal().books("nobody", NOW))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("nobody");
  }

  @Test
  default void theSamePolicyHasTheSameId() {
    assertThat(journal().adopt("second", Ticks.policy("3.2x"), NOW)).isEqualTo(account().policy());
    assertThat(journal().adopt("second", Ticks.policy("4x"), NOW)).isNotEqualTo(account().policy());
    assertThat(journal().reader().policy(account().policy())).isEqualTo(Ticks.POLICY);
  }

  @Test
  default void everyLimitOfAPolicyComesBackAndTellsPoliciesApart() {
    Limits emergency =
        new Limits(
            false,
            Usdt.of(50_000),
            Usdt.of(500_000),
            Usdt.of(10),
            300_000,
            15_000,
            new Fingerprint(6),
            Optional.of(Ratio.parse("1.3")));
    Policy other = Ticks.policy(emergency);
    long id = journal().adopt("main", other, NOW);
    assertThat(id).isNotEqualTo(account().policy());
    assertThat(journal().reader().policy(id)).isEqualTo(other);
    assertThat(journal().adopt("main", other, NOW)).isEqualTo(id);
  }

  @Test
  default void refusesPoliciesThatWereNotAdoptedAndGoesOn() {
    assertThatThrownBy(() -> journal().skip("main", 99, NOW, "unreachable"))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("policy 99");
    account().skip(NOW, "unreachable");
    assertThat(journal().reader().check().links()).isEqualTo(1);
  }

  @Test
  default void memoryEndsWithItsPolicy() {
    AccountSnapshot snapshot = Ticks.account(NOW, "2.5");
    Decision decision = account().decide(snapshot);
    account().record(snapshot, remembering(decision, "sigma=0.04"));
    account().skip(NOW + 1, "unreachable");
    assertThat(account().books(NOW).memory()).isEqualTo("sigma=0.04");
    assertThat(account().decided().get(0).decision().memory())
        .isEqualTo(new StoredMemory("sigma=0.04"));

    Policy sameStrategy =
        new Policy("target-band", Ticks.POLICY.parameters(), Ticks.LIMITS, "0.2.0");
    journal().adopt("main", sameStrategy, NOW);
    assertThat(account().books(NOW).memory()).isEqualTo("sigma=0.04");
    journal().adopt("main", Ticks.policy("4x"), NOW);
    assertThat(account().books(NOW).memory()).isEmpty();
  }

  private static Decision remembering(Decision decision, String text) {
    return new Decision(
        decision.facts(),
        decision.kind(),
        decision.direction(),
        decision.proposed(),
        decision.amount(),
        decision.rule(),
        decision.reason(),
        new StoredMemory(text));
  }
}
