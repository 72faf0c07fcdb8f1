package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.alert.Delivery;
import ballast.alert.Notice;
import ballast.alert.Rule;
import ballast.alert.Subject;
import ballast.decide.Decision;
import ballast.decide.Facts;
import ballast.decide.Fingerprint;
import ballast.decide.Limits;
import ballast.decide.Standing;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Situation;
import ballast.strategy.Usdt;
import ballast.venue.ApiCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every journal promises. */
abstract class JournalContractTest {
  private static final long NOW = Ticks.START;
  private static final long DAY = 86_400_000L;

  private Journal journal = new MemoryJournal();
  private long policy;

  /** A journal with nothing in it. */
  abstract Journal empty();

  @BeforeEach
  void adopts() {
    journal = empty();
    policy = journal.adopt("main", Ticks.POLICY, NOW);
  }

  @AfterEach
  void closes() {
    journal.close();
  }

  private static AccountKey key(String environment, String key) {
    return AccountKey.of(environment, key.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void anAccountBelongsToTheEnvironmentItWasFirstReachedIn() {
    assertThat(journal.bind("main", key("paper", "old"), NOW)).isEmpty();
    assertThat(journal.bind("main", key("paper", "new"), NOW)).isEmpty();
    assertThat(journal.bind("main", key("live", "new"), NOW))
        .hasValueSatisfying(
            objection ->
                assertThat(objection)
                    .contains("main belongs to the paper exchange", "names the live one"));
    assertThat(journal.bind("another", key("live", "new"), NOW)).isEmpty();
    assertThat(journal.reader().check().breaks()).isEmpty();
  }

  @Test
  void aNewKeyWaitsForTheOpenIntentUnlessTheAccountIsPaused() {
    AccountKey old = key("live", "old");
    AccountKey fresh = key("live", "new");
    AccountSnapshot snapshot = Ticks.account(NOW, "1.4");
    Decision move = Ticks.decide(Ticks.POLICY, snapshot, journal.books("main", NOW));
    Intent intent = journal.intend("main", policy, snapshot, move, Ticks.holdings(NOW));

    assertThat(journal.bind("main", old, NOW)).as("the first that is known").isEmpty();
    assertThat(journal.bind("main", old, NOW)).isEmpty();
    assertThat(journal.bind("main", fresh, NOW))
        .hasValueSatisfying(
            objection ->
                assertThat(objection)
                    .contains("new API key while intent " + intent.id(), "pause --account main"));

    pause(Optional.of(Direction.EARN_TO_FUTURE));
    assertThat(journal.bind("main", fresh, NOW)).as("paused one way").isPresent();
    pause(Optional.empty());
    assertThat(journal.bind("main", fresh, NOW)).isEmpty();
    assertThat(journal.bind("main", old, NOW)).as("both are known now").isEmpty();
  }

  private void pause(Optional<Direction> direction) {
    journal.act(
        new OperatorAct("main", NOW, OperatorAct.Kind.PAUSE, direction, 0, "the key is gone"));
  }

  @Test
  void remembersWhatBecameOfNoticesOutsideOfTheChain() {
    Subject margin = new Subject(Rule.MARGIN_LOW, "main");
    Notice raised = new Notice(Notice.Kind.RAISED, Optional.of(margin), "1.42x", NOW - 5, NOW, 1);
    Delivery failed = new Delivery(raised, "ops", Delivery.Outcome.FAILED, 3, "HTTP 500", NOW + 9);
    Delivery digest =
        new Delivery(
            Notice.digest("all\nwell", NOW), "mail", Delivery.Outcome.DELIVERED, 1, "", NOW + 1);
    long before = journal.reader().lastSequence("main");
    journal.told(failed);
    journal.told(digest);

    assertThat(journal.reader().deliveries(Span.everything())).containsExactly(failed, digest);
    assertThat(journal.reader().deliveries(Span.of("main"))).containsExactly(failed);
    assertThat(journal.reader().deliveries(new Span(Optional.empty(), NOW, NOW + 9)))
        .containsExactly(digest);
    assertThat(journal.reader().lastSequence("main")).isEqualTo(before);
  }

  @Test
  void saysWhereInTheChainATickIs() {
    long skipped = journal.skip("main", policy, NOW, "unreachable");
    AccountSnapshot snapshot = Ticks.account(NOW + 1, "2.5");
    Decision hold = Ticks.decide(Ticks.POLICY, snapshot, journal.books("main", NOW + 1));
    long held = journal.record("main", policy, snapshot, hold);
    Intent intent = move("main", NOW + 2);

    JournalReader reader = journal.reader();
    assertThat(reader.tick("main", skipped)).containsInstanceOf(RecordedTick.Skipped.class);
    assertThat(reader.tick("main", held).map(RecordedTick::atMillis))
        .contains(hold.facts().situation().nowMillis());
    assertThat(reader.tick("main", intent.decision()).map(RecordedTick::atMillis))
        .contains(intent.decidedAtMillis());
    assertThat(reader.intents(Span.everything())).containsExactly(intent);
  }

  private static Books none() {
    return new Books(
        Optional.empty(),
        Usdt.ZERO,
        Set.of(),
        Optional.empty(),
        Duration.ZERO,
        0,
        Optional.empty(),
        Usdt.ZERO,
        Refusals.NONE,
        "");
  }

  private Decision hold(long at) {
    AccountSnapshot snapshot = Ticks.account(at, "2.5");
    Decision decision = Ticks.decide(Ticks.POLICY, snapshot, journal.books("main", at));
    journal.record("main", policy, snapshot, decision);
    return decision;
  }

  private Intent move(String account, long at) {
    AccountSnapshot snapshot = Ticks.account(at, "1.4");
    Decision decision = Ticks.decide(Ticks.POLICY, snapshot, journal.books(account, at));
    return journal.intend(account, policy, snapshot, decision, Ticks.holdings(at));
  }

  private Intent sent(long at) {
    return journal.advance(move("main", at), IntentState.SENDING, at + 1, "");
  }

  private Intent provenNotApplied(long at) {
    Intent intent = journal.advance(sent(at), IntentState.UNKNOWN, at + 2, "timeout");
    return journal.advance(intent, IntentState.NOT_APPLIED, at + 3, "both sides unchanged");
  }

  @Test
  void newBooksAreEmpty() {
    assertThat(journal.books("main", NOW)).isEqualTo(none());
  }

  @Test
  void whoAdoptsAnAccountKeepsItUntilTheJournalIsClosed() {
    assertThat(journal.lease("nobody's")).isEmpty();
    Lease lease = journal.lease("main").orElseThrow();
    assertThat(lease.epoch()).isEqualTo(1);
    assertThat(lease.here()).isTrue();
    assertThat(lease.over()).isFalse();
    assertThat(lease.describe()).startsWith("main is kept by ").contains(" until ");

    journal.adopt("main", Ticks.policy("4x"), NOW);
    sent(NOW);
    assertThat(journal.lease("main").orElseThrow().epoch()).isEqualTo(1);
  }

  @Test
  void theSamePolicyHasTheSameId() {
    assertThat(journal.adopt("second", Ticks.policy("3.2x"), NOW)).isEqualTo(policy);
    assertThat(journal.adopt("second", Ticks.policy("4x"), NOW)).isNotEqualTo(policy);
    assertThat(journal.reader().policy(policy)).isEqualTo(Ticks.POLICY);
  }

  @Test
  void everyLimitOfAPolicyComesBackAndTellsPoliciesApart() {
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
    Policy other = new Policy("target-band", Ticks.POLICY.parameters(), emergency, "0.1.0");
    long id = journal.adopt("main", other, NOW);
    assertThat(id).isNotEqualTo(policy);
    assertThat(journal.reader().policy(id)).isEqualTo(other);
    assertThat(journal.adopt("main", other, NOW)).isEqualTo(id);
  }

  @Test
  void everythingOfADecisionComesBack() {
    List<String> canonical = new ArrayList<>();
    canonical.add(hold(NOW).canonical());
    Intent intent = sent(NOW + 1_000);
    AccountSnapshot snapshot = Ticks.account(NOW + 2_000, "1.5");
    Decision refusal = Ticks.decide(Ticks.POLICY, snapshot, journal.books("main", NOW + 2_000));
    journal.record("main", policy, snapshot, refusal);

    List<RecordedTick.Decided> read = decided();
    assertThat(read).hasSize(3);
    assertThat(read.get(0).decision().canonical()).isEqualTo(canonical.get(0));
    assertThat(read.get(1).intent()).isEqualTo(intent.id());
    assertThat(read.get(1).decision().facts().transferable()).isPresent();
    assertThat(read.get(2).decision().canonical()).isEqualTo(refusal.canonical());
    assertThat(read.get(2).snapshot()).isEqualTo(snapshot);
  }

  @Test
  void factsThatDifferFromTheSnapshotComeBackToo() {
    AccountSnapshot decidedOn = Ticks.account(NOW, "2.5");
    Decision decision = Ticks.decide(Ticks.POLICY, decidedOn, journal.books("main", NOW));
    AccountSnapshot other = Ticks.account(NOW - 5_000, "2.7");
    journal.record("main", policy, other, decision);

    assertThat(decided().get(0).decision().canonical()).isEqualTo(decision.canonical());
    assertThat(decided().get(0).snapshot()).isEqualTo(other);
  }

  @Test
  void theLastTicksAreThoseAmongTheLastLinks() {
    hold(NOW);
    hold(NOW + 1_000);
    pause(Optional.empty());
    hold(NOW + 2_000);
    journal.skip("main", policy, NOW + 3_000, "no answer");

    assertThat(journal.reader().lastTicks("main", 4))
        .extracting(RecordedTick::sequence)
        .containsExactly(2L, 4L, 5L);
    assertThat(journal.reader().lastTicks("main", 100)).hasSize(4);
    assertThat(journal.reader().lastTicks("nobody's", 100)).isEmpty();
  }

  private List<RecordedTick.Decided> decided() {
    List<RecordedTick.Decided> ticks = new ArrayList<>();
    journal
        .reader()
        .ticks(
            Span.everything(),
            tick -> {
              if (tick instanceof RecordedTick.Decided decided) {
                ticks.add(decided);
              }
            });
    return ticks;
  }

  @Test
  void aDecisionFromBeforeIntentsWereCountedComesBackAsItWas() {
    AccountSnapshot snapshot = Ticks.account(NOW, "2.5");
    Facts counted = Ticks.decide(Ticks.POLICY, snapshot, none()).facts();
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
    journal.record("main", policy, snapshot, decision);
    assertThat(decided().get(0).decision().canonical())
        .isEqualTo(decision.canonical())
        .doesNotContain("intentsBefore");
  }

  @Test
  void theFundingThatWasForetoldComesBack() {
    AccountSnapshot snapshot = Ticks.account(NOW, "2.5");
    Facts plain = Ticks.decide(Ticks.POLICY, snapshot, none()).facts();
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
    journal.record("main", policy, snapshot, with);
    assertThat(decided().get(0).decision().canonical())
        .isEqualTo(with.canonical())
        .contains("\nfunding=-12.00000001\nfundingAt=" + (NOW + 60_000) + "\n");
    hold(NOW + 1_000);
    assertThat(decided().get(1).decision().canonical()).doesNotContain("funding");
  }

  @Test
  void noTwoIntentsInARowHaveTheSameAmount() {
    Intent first = provenNotApplied(NOW);
    Intent second = provenNotApplied(NOW + 1_000);
    assertThat(first.amount()).isEqualTo(Usdt.parse("49999.99990001"));
    assertThat(second.amount()).isEqualTo(Usdt.parse("49999.99990002"));
    assertThat(journal.books("main", NOW + 2_000).intents()).isEqualTo(2);
  }

  @Test
  void skipsAndCallsAreKeptInOrder() {
    journal.skip("main", policy, NOW, "venue unreachable");
    journal.call("main", Ticks.call(NOW));
    journal.call("main", Ticks.call(NOW + DAY));

    assertThat(journal.reader().tick("main", 1))
        .contains(new RecordedTick.Skipped("main", 1, NOW, policy, "venue unreachable"));
    List<ApiCall> calls = new ArrayList<>();
    Span today = new Span(Optional.of("main"), NOW, NOW + DAY);
    journal.reader().calls(today, (account, call) -> calls.add(call));
    assertThat(calls).containsExactly(Ticks.call(NOW));
  }

  @Test
  void oneTickCanBeReadAlone() {
    hold(NOW);
    Decision second = hold(NOW + 1_000);
    RecordedTick tick = journal.reader().tick("main", 2).orElseThrow();
    assertThat(((RecordedTick.Decided) tick).decision().canonical()).isEqualTo(second.canonical());
    assertThat(journal.reader().tick("main", 3)).isEmpty();
    assertThat(journal.reader().tick("nobody", 1)).isEmpty();
  }

  @Test
  void refusesASecondIntentWhileOneIsOpen() {
    Intent first = move("main", NOW);
    AccountSnapshot snapshot = Ticks.account(NOW, "1.4");
    Books blind = none();
    Decision move = Ticks.decide(Ticks.POLICY, snapshot, blind);

    assertThatThrownBy(() -> journal.intend("main", policy, snapshot, move, Ticks.holdings(NOW)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("intent " + first.id() + " is open");
    assertThat(decided()).hasSize(1);
    journal.advance(first, IntentState.ABANDONED, NOW + 1, "restart");
    assertThat(journal.intend("main", policy, snapshot, move, Ticks.holdings(NOW)).id())
        .isGreaterThan(first.id());
  }

  @Test
  void accountsDoNotBlockEachOther() {
    journal.adopt("second", Ticks.POLICY, NOW);
    Intent first = move("main", NOW);
    Intent other = move("second", NOW);
    assertThat(journal.books("main", NOW).open()).contains(first);
    assertThat(journal.books("second", NOW).open()).contains(other);
  }

  @Test
  void refusesAStepThatTheStatesDoNotAllow() {
    Intent intent = move("main", NOW);
    assertThatThrownBy(() -> journal.advance(intent, IntentState.CONFIRMED, NOW, ""))
        .isInstanceOf(IllegalStateException.class);
    journal.advance(intent, IntentState.SENDING, NOW, "");
    assertThatThrownBy(() -> journal.advance(intent, IntentState.ABANDONED, NOW, ""))
        .as("the caller's view of the intent is old")
        .isInstanceOf(IllegalStateException.class);
    assertThat(journal.books("main", NOW).open().map(Intent::state)).contains(IntentState.SENDING);
  }

  @Test
  void refusesMovesWithoutIntentAndIntentsWithoutMove() {
    AccountSnapshot snapshot = Ticks.account(NOW, "1.4");
    Decision move = Ticks.decide(Ticks.POLICY, snapshot, journal.books("main", NOW));
    assertThatThrownBy(() -> journal.record("main", policy, snapshot, move))
        .isInstanceOf(IllegalArgumentException.class);
    Decision hold = hold(NOW);
    assertThatThrownBy(() -> journal.intend("main", policy, snapshot, hold, Ticks.holdings(NOW)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAccountsThatWereNotAdopted() {
    assertThatThrownBy(() -> journal.books("nobody", NOW))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("nobody");
  }

  @Test
  void refusesPoliciesThatWereNotAdoptedAndGoesOn() {
    assertThatThrownBy(() -> journal.skip("main", 99, NOW, "unreachable"))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("policy 99");
    journal.skip("main", policy, NOW, "unreachable");
    assertThat(journal.reader().check().links()).isEqualTo(1);
  }

  @Test
  void countsWhatMayHaveMovedOnThisDayOfTheExchange() {
    Intent sending = sent(NOW);
    assertThat(journal.books("main", NOW).movedToday()).isEqualTo(sending.amount());
    Intent confirmed = journal.advance(sending, IntentState.CONFIRMED, NOW + 2, "");
    Intent settled = journal.advance(confirmed, IntentState.SETTLED, NOW + 3, "");
    Books after = journal.books("main", NOW + 10_000);
    assertThat(after.movedToday()).isEqualTo(sending.amount());
    assertThat(after.lastMove()).contains(settled);
    assertThat(after.lastMoveMillis()).isEqualTo(NOW + 1);
    assertThat(after.open()).isEmpty();
    assertThat(journal.books("main", NOW + DAY).movedToday()).isEqualTo(Usdt.ZERO);
    assertThat(journal.books("main", NOW + DAY).lastMoveMillis()).isEqualTo(NOW + 1);
  }

  @Test
  void forgetsMovesThatAreProvenNotToHaveHappened() {
    provenNotApplied(NOW);
    Intent rejected = sent(NOW + 10_000);
    journal.advance(rejected, IntentState.REJECTED, NOW + 10_002, "-9000");
    Books books = journal.books("main", NOW + 20_000);
    assertThat(books.movedToday()).isEqualTo(Usdt.ZERO);
    assertThat(books.lastMoveMillis()).isEqualTo(Situation.NEVER);
  }

  @Test
  void countsRefusalsInARow() {
    for (int i = 1; i <= 12; i++) {
      long at = NOW + i * 10_000L;
      journal.advance(sent(at), IntentState.REJECTED, at + 2, "-9000");
      assertThat(journal.books("main", at + 5).refusals())
          .isEqualTo(new Refusals(Math.min(i, 10), at + 2));
    }
    long later = NOW + 200_000;
    journal.advance(sent(later), IntentState.NOT_SENT, later + 2, "refused connection");
    assertThat(journal.books("main", later + 5).refusals())
        .as("what never left counts neither way")
        .isEqualTo(new Refusals(10, NOW + 120_002));
    confirmedAndSeen(later + 10_000, 7_000);
    assertThat(journal.books("main", later + 20_000).refusals()).isEqualTo(Refusals.NONE);
  }

  @Test
  void findsTheLastMoveBehindManyTransfersThatMovedNothing() {
    confirmedAndSeen(NOW, 7_000);
    for (int i = 1; i <= 20; i++) {
      provenNotApplied(NOW + DAY + i * 10_000L);
    }
    assertThat(journal.books("main", NOW + DAY + 300_000).lastMoveMillis()).isEqualTo(NOW + 1);
  }

  @Test
  void measuresTheLongestLagOfWhatWasConfirmedInTheLastNinetyDays() {
    confirmedAndSeen(NOW, 7_000);
    confirmedAndSeen(NOW + DAY, 90_000);
    confirmedAndSeen(NOW + 2 * DAY, 8_000);
    assertThat(journal.books("main", NOW + 2 * DAY + 10_000).longestLag())
        .isEqualTo(Duration.ofSeconds(90));
    assertThat(journal.books("main", NOW + 93 * DAY).longestLag()).isEqualTo(Duration.ZERO);
  }

  private void confirmedAndSeen(long at, long lag) {
    Intent confirmed = journal.advance(sent(at), IntentState.CONFIRMED, at + 2, "");
    journal.advance(confirmed, IntentState.SETTLED, at + 1 + lag, "");
  }

  @Test
  void measuresNoLagOfWhatAnOperatorResolved() {
    Intent held =
        journal.advance(
            journal.advance(sent(NOW), IntentState.CONFIRMED, NOW + 2, ""),
            IntentState.HELD,
            NOW + 3,
            "");
    journal.act(
        new OperatorAct(
            "main",
            NOW + DAY,
            OperatorAct.Kind.RESOLVE_APPLIED,
            Optional.empty(),
            held.id(),
            "seen"));
    Intent applied = journal.books("main", NOW + DAY).open().orElseThrow();
    journal.advance(applied, IntentState.SETTLED, NOW + DAY, "");
    assertThat(journal.books("main", NOW + DAY).longestLag()).isEqualTo(Duration.ZERO);
  }

  @Test
  void knowsWhatMustBeInFuturesIfNobodyElseMovesAny() {
    assertThat(inFutures(NOW)).isEmpty();
    hold(NOW);
    assertThat(inFutures(NOW + 1)).contains(Usdt.of(80_000));
    Intent sending = sent(NOW + 1_000);
    assertThat(inFutures(NOW + 2_000)).as("while an intent is open").isEmpty();
    Intent unknown = journal.advance(sending, IntentState.UNKNOWN, NOW + 2_000, "timeout");
    hold(NOW + 2_500);
    assertThat(inFutures(NOW + 2_600)).as("while an intent is open").isEmpty();
    Intent applied = journal.advance(unknown, IntentState.APPLIED, NOW + 3_000, "seen");
    journal.advance(applied, IntentState.SETTLED, NOW + 3_000, "seen");
    assertThat(inFutures(NOW + 4_000)).contains(Usdt.of(80_000).plus(sending.amount()));
  }

  @Test
  void expectsNothingInFuturesOfAnIntentThatMovedNothing() {
    provenNotApplied(NOW);
    assertThat(inFutures(NOW + 1_000)).contains(Usdt.of(80_000));
  }

  private Optional<Usdt> inFutures(long at) {
    return journal.books("main", at).inFutures();
  }

  @Test
  void keepsWhatOthersMovedAndAddsItUpByDay() {
    hold(NOW);
    ForeignMove in = new ForeignMove("main", NOW + 1, Usdt.of(80_000), Usdt.of(92_345));
    ForeignMove out = new ForeignMove("main", NOW + 2, Usdt.of(92_345), Usdt.of(92_000));
    journal.foreign(in);
    journal.skip("main", policy, NOW + 1, "unreachable");
    journal.foreign(out);
    Books books = journal.books("main", NOW + 3);
    assertThat(books.foreignToday()).isEqualTo(Usdt.of(12_690));
    assertThat(books.inFutures()).contains(Usdt.of(92_000));
    assertThat(journal.books("main", NOW + DAY).foreignToday()).isEqualTo(Usdt.ZERO);
    assertThat(journal.reader().foreign(Span.of("main"))).containsExactly(in, out);
    assertThat(journal.reader().check().breaks()).isEmpty();
  }

  @Test
  void callsNothingForeignWhileAnIntentIsOpen() {
    move("main", NOW);
    ForeignMove move = new ForeignMove("main", NOW + 1, Usdt.of(80_000), Usdt.of(92_345));
    assertThatThrownBy(() -> journal.foreign(move)).isInstanceOf(IllegalStateException.class);
    assertThat(journal.reader().foreign(Span.everything())).isEmpty();
  }

  @Test
  void pausesAndResumesEachDirection() {
    act(OperatorAct.Kind.PAUSE, Optional.of(Direction.FUTURE_TO_EARN));
    assertThat(journal.books("main", NOW).paused()).containsExactly(Direction.FUTURE_TO_EARN);
    act(OperatorAct.Kind.PAUSE, Optional.empty());
    act(OperatorAct.Kind.RESUME, Optional.of(Direction.FUTURE_TO_EARN));
    assertThat(journal.books("main", NOW).paused()).containsExactly(Direction.EARN_TO_FUTURE);
    assertThat(journal.reader().acts(Span.of("main"))).hasSize(3);
  }

  @Test
  void abandonsWhatWasPausedBetweenDecisionAndSending() {
    Intent intent = move("main", NOW);
    act(OperatorAct.Kind.PAUSE, Optional.of(intent.direction()));
    Intent refused = journal.advance(intent, IntentState.SENDING, NOW + 1, "");
    assertThat(refused.state()).isEqualTo(IntentState.ABANDONED);
    assertThat(refused.detail()).isEqualTo("EARN_TO_FUTURE was paused before it was sent");
    assertThat(refused.sentAtMillis()).isEmpty();
    Books books = journal.books("main", NOW + 2);
    assertThat(books.open()).isEmpty();
    assertThat(books.movedToday()).isEqualTo(Usdt.ZERO);
    assertThat(journal.reader().check().breaks()).isEmpty();
  }

  @Test
  void sendsAlthoughTheOtherDirectionIsPaused() {
    Intent intent = move("main", NOW);
    act(OperatorAct.Kind.PAUSE, Optional.of(Direction.FUTURE_TO_EARN));
    assertThat(journal.advance(intent, IntentState.SENDING, NOW + 1, "").state())
        .isEqualTo(IntentState.SENDING);
  }

  @ParameterizedTest
  @CsvSource({
    "true, 50000, 500000, the policy became a dry run before it was sent",
    "false, 1000, 500000, per-transfer became 1000 before it was sent",
    "false, 50000, 49999, 'it would exceed per-day: 0 moved today, limit 49999'",
  })
  void abandonsWhatANewPolicyForbidsBeforeItIsSent(
      boolean dryRun, long perTransfer, long perDay, String why) {
    Intent intent = move("main", NOW);
    Limits tighter =
        new Limits(dryRun, Usdt.of(perTransfer), Usdt.of(perDay), Usdt.of(10), 300_000, 15_000);
    journal.adopt(
        "main", new Policy("target-band", Ticks.POLICY.parameters(), tighter, "0.1.0"), NOW);
    Intent refused = journal.advance(intent, IntentState.SENDING, NOW + 1, "");
    assertThat(refused.state()).isEqualTo(IntentState.ABANDONED);
    assertThat(refused.detail()).isEqualTo(why);
  }

  private void act(OperatorAct.Kind kind, Optional<Direction> direction) {
    journal.act(new OperatorAct("main", NOW, kind, direction, 0, ""));
  }

  @Test
  void anOperatorResolvesAHeldIntentAndNoOther() {
    Intent intent = journal.advance(sent(NOW), IntentState.UNKNOWN, NOW + 2, "timeout");
    OperatorAct resolve =
        new OperatorAct(
            "main",
            NOW + 9,
            OperatorAct.Kind.RESOLVE_APPLIED,
            Optional.empty(),
            intent.id(),
            "seen in the exchange's history");
    assertThatThrownBy(() -> journal.act(resolve)).isInstanceOf(IllegalStateException.class);
    assertThat(journal.reader().acts(Span.everything())).isEmpty();

    journal.advance(intent, IntentState.HELD, NOW + 3, "evidence is ambiguous");
    journal.act(resolve);
    Intent resolved = journal.books("main", NOW).open().orElseThrow();
    assertThat(resolved.state()).isEqualTo(IntentState.APPLIED);
    assertThat(resolved.detail()).contains("seen in the exchange's history");
  }

  @Test
  void memoryEndsWithItsPolicy() {
    AccountSnapshot snapshot = Ticks.account(NOW, "2.5");
    Decision decision = Ticks.decide(Ticks.POLICY, snapshot, journal.books("main", NOW));
    journal.record("main", policy, snapshot, remembering(decision, "sigma=0.04"));
    journal.skip("main", policy, NOW + 1, "unreachable");
    assertThat(journal.books("main", NOW).memory()).isEqualTo("sigma=0.04");
    assertThat(decided().get(0).decision().memory()).isEqualTo(new StoredMemory("sigma=0.04"));

    Policy sameStrategy =
        new Policy("target-band", Ticks.POLICY.parameters(), Ticks.LIMITS, "0.2.0");
    journal.adopt("main", sameStrategy, NOW);
    assertThat(journal.books("main", NOW).memory()).isEqualTo("sigma=0.04");
    journal.adopt("main", Ticks.policy("4x"), NOW);
    assertThat(journal.books("main", NOW).memory()).isEmpty();
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

  @Test
  void intentsAreReadAsTheyStandNow() {
    Intent settled = provenNotApplied(NOW);
    Intent open = sent(NOW + DAY);
    assertThat(journal.reader().intents(Span.everything())).containsExactly(settled, open);
    assertThat(journal.reader().intents(new Span(Optional.empty(), NOW + DAY, NOW + 2 * DAY)))
        .containsExactly(open);
    assertThat(journal.reader().steps(Span.everything()))
        .extracting(IntentStep::state)
        .containsExactly(
            IntentState.INTENT,
            IntentState.SENDING,
            IntentState.UNKNOWN,
            IntentState.NOT_APPLIED,
            IntentState.INTENT,
            IntentState.SENDING);
    assertThat(settled.settledAtMillis()).hasValue(NOW + 3);
    assertThat(settled.sentAtMillis()).hasValue(NOW + 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void lifeLeavesWholeChainsAndTheHeadsOfTheJournalInMemory(long seed) {
    List<Books> books = new RandomLife(seed, journal, 3).live(60);
    MemoryJournal reference = new MemoryJournal();
    reference.adopt("main", Ticks.POLICY, NOW);
    assertThat(books).as("seed " + seed).isEqualTo(new RandomLife(seed, reference, 3).live(60));

    ChainCheck check = journal.reader().check();
    assertThat(check).as("seed " + seed).isEqualTo(reference.reader().check());
    assertThat(check.breaks()).isEmpty();
    assertThat(check.links()).isGreaterThan(60);
    assertThat(journal.reader().intents(Span.everything()))
        .isEqualTo(reference.reader().intents(Span.everything()));
    assertThat(journal.reader().steps(Span.everything()))
        .isEqualTo(reference.reader().steps(Span.everything()));
    assertThat(journal.reader().acts(Span.everything()))
        .isEqualTo(reference.reader().acts(Span.everything()));
    assertThat(journal.reader().foreign(Span.everything()))
        .isEqualTo(reference.reader().foreign(Span.everything()))
        .isNotEmpty();
  }
}
