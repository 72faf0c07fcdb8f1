package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.decide.Decision;
import ballast.decide.Limits;
import ballast.strategy.AccountSnapshot;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The journal in PostgreSQL, with a second node beside it. */
class PostgresJournalTest extends JournalContractTest {
  private static final Policy DRY_RUN =
      Ticks.policy(
          new Limits(
              true,
              Ticks.LIMITS.perTransfer(),
              Ticks.LIMITS.perDay(),
              Ticks.LIMITS.minTransfer(),
              Ticks.LIMITS.minGapMillis(),
              Ticks.LIMITS.maxSnapshotAgeMillis()));

  private String url = "";

  @Override
  Journal empty() {
    url = Postgres.emptied();
    return JournalStore.openPostgres(url, System::nanoTime);
  }

  /** Time passes for every lease alike: they all end this much sooner. */
  private static void leasesAgeBy(Duration time) {
    Postgres.run("UPDATE lease SET expires_ms = expires_ms - " + time.toMillis());
  }

  @Test
  void aSecondNodeSeesTheBooksAndMayWriteNothing() {
    try (Journal one = empty();
        Journal other = JournalStore.openPostgres(url, System::nanoTime)) {
      KeptAccount kept = KeptAccount.adopted(one, "main");
      KeptAccount seen = new KeptAccount(other, "main", kept.policy());
      AccountSnapshot snapshot = Ticks.account(Ticks.START, "1.4");
      Decision move = seen.decide(snapshot);
      Intent intent = kept.intend(snapshot, move);

      assertThat(other.books("main", Ticks.START).open()).contains(intent);
      Lease lease = other.lease("main").orElseThrow();
      assertThat(lease.here()).isFalse();
      assertThat(lease.over()).isFalse();
      assertThatThrownBy(() -> other.adopt("main", Ticks.policy("4x"), Ticks.START))
          .isInstanceOf(HeldElsewhereException.class)
          .hasMessageContaining("main is kept by process ");
      refused(() -> seen.intend(snapshot, move));
      refused(() -> other.advance(intent, IntentState.SENDING, Ticks.START + 1, ""));
      refused(() -> seen.skip(Ticks.START, "unreachable"));
      assertThat(one.books("main", Ticks.START).open()).contains(intent);
      assertThat(one.reader().check().breaks()).isEmpty();
    }
  }

  private static void refused(ThrowingCallable write) {
    assertThatThrownBy(write).isInstanceOf(HeldElsewhereException.class);
  }

  @Test
  void whoseLeaseWasTakenCannotGetFromIntentToSending() {
    try (Journal paused = empty();
        Journal taker = JournalStore.openPostgres(url, System::nanoTime)) {
      KeptAccount account = KeptAccount.adopted(paused, "main");
      Intent intent = account.move(Ticks.START);

      leasesAgeBy(Lease.LENGTH);
      assertThat(paused.lease("main").orElseThrow().over()).isTrue();
      taker.adopt("main", Ticks.POLICY, Ticks.START);
      assertThat(taker.lease("main").orElseThrow().epoch()).isEqualTo(2);

      refused(() -> paused.advance(intent, IntentState.SENDING, Ticks.START + 1, ""));
      Intent abandoned = taker.advance(intent, IntentState.ABANDONED, Ticks.START + 1, "taken");
      refused(() -> account.skip(Ticks.START + 2, "unreachable"));
      assertThat(taker.books("main", Ticks.START).open()).isEmpty();
      assertThat(taker.reader().intents(Span.everything())).containsExactly(abandoned);
      assertThat(taker.reader().check().breaks()).isEmpty();
    }
  }

  @Test
  void aLeaseThatNobodyTookGoesOnWithTheNextWrite() {
    try (Journal journal = empty();
        Journal other = JournalStore.openPostgres(url, System::nanoTime)) {
      long policy = journal.adopt("main", Ticks.POLICY, Ticks.START);
      leasesAgeBy(Lease.LENGTH);
      journal.skip("main", policy, Ticks.START, "unreachable");
      journal.flush();
      Lease lease = other.lease("main").orElseThrow();
      assertThat(lease.epoch()).isEqualTo(1);
      assertThat(lease.over()).isFalse();
    }
  }

  @Test
  void aCleanStopGivesTheLeaseBackAtOnce() {
    try (Journal other = empty()) {
      Journal first = JournalStore.openPostgres(url, System::nanoTime);
      first.adopt("main", Ticks.POLICY, Ticks.START);
      first.close();
      other.adopt("main", Ticks.POLICY, Ticks.START);
      assertThat(other.lease("main").orElseThrow().here()).isTrue();
    }
  }

  @Test
  void aDryRunLeavesAnAccountThatAnotherEngineHadLive() {
    try (Journal other = empty()) {
      Journal live = JournalStore.openPostgres(url, System::nanoTime);
      assertThat(other.forbidsDryRun("main")).as("nobody had it").isEmpty();
      live.adopt("main", Ticks.POLICY, Ticks.START);
      assertThat(live.forbidsDryRun("main")).as("its own").isEmpty();
      live.close();
      assertThat(other.forbidsDryRun("main"))
          .hasValueSatisfying(
              why -> assertThat(why).startsWith("account main is no dry run in this journal"));
      try (Journal dryRun = JournalStore.openPostgres(url, System::nanoTime)) {
        dryRun.adopt("main", DRY_RUN, Ticks.START);
      }
      assertThat(other.forbidsDryRun("main")).as("nor was the last").isEmpty();
    }
  }

  @Test
  void anOperatorsActNeedsNoLease() {
    try (Journal engine = empty();
        Journal operator = JournalStore.openPostgres(url, System::nanoTime)) {
      long policy = engine.adopt("main", Ticks.POLICY, Ticks.START);
      operator.act(
          new OperatorAct(
              "main", Ticks.START, OperatorAct.Kind.PAUSE, Optional.empty(), 0, "drill"));
      assertThat(engine.books("main", Ticks.START).paused()).hasSize(2);
      engine.skip("main", policy, Ticks.START, "unreachable");
      engine.flush();
      assertThat(engine.reader().check().breaks()).isEmpty();
    }
  }

  @Test
  void nodesWithAccountsOfTheirOwnDoNotWaitForEachOther() {
    try (Journal one = empty();
        Journal other = JournalStore.openPostgres(url, () -> 0)) {
      long policy = one.adopt("main", Ticks.POLICY, Ticks.START);
      other.adopt("second", Ticks.POLICY, Ticks.START);
      // this group stays uncommitted while the other node writes and commits its own
      one.skip("main", policy, Ticks.START, "unreachable");
      other.skip("second", policy, Ticks.START, "unreachable");
      other.flush();
      one.flush();
      assertThat(one.reader().check().links()).isEqualTo(2);
    }
  }

  @Test
  void aLostConnectionIsReportedAndReplaced() {
    try (Journal journal = empty()) {
      journal.adopt("main", Ticks.POLICY, Ticks.START);
      Postgres.run(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE pid <> pg_backend_pid() AND datname = current_database()");
      assertThatThrownBy(() -> journal.books("main", Ticks.START))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("jdbc:postgresql");
      assertThat(journal.books("main", Ticks.START).open()).isEmpty();
    }
  }
}
