package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.alert.Delivery;
import ballast.alert.Notice;
import ballast.alert.Rule;
import ballast.alert.Subject;
import ballast.decide.Decision;
import ballast.strategy.AccountSnapshot;
import ballast.venue.ApiCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every journal's reader tells, in order and in whole chains. */
interface ReadingContract extends Contract {
  @Test
  default void skipsAndCallsAreKeptInOrder() {
    account().skip(NOW, "venue unreachable");
    journal().call("main", Ticks.call(NOW));
    journal().call("main", Ticks.call(NOW + DAY));

    assertThat(journal().reader().tick("main", 1))
        .contains(
            new RecordedTick.Skipped("main", 1, NOW, account().policy(), "venue unreachable"));
    List<ApiCall> calls = new ArrayList<>();
    Span today = new Span(Optional.of("main"), NOW, NOW + DAY);
    journal().reader().calls(today, (account, call) -> calls.add(call));
    assertThat(calls).containsExactly(Ticks.call(NOW));
  }

  @Test
  default void oneTickCanBeReadAlone() {
    account().hold(NOW);
    Decision second = account().hold(NOW + 1_000);
    RecordedTick tick = journal().reader().tick("main", 2).orElseThrow();
    assertThat(((RecordedTick.Decided) tick).decision().canonical()).isEqualTo(second.canonical());
    assertThat(journal().reader().tick("main", 3)).isEmpty();
    assertThat(journal().reader().tick("nobody", 1)).isEmpty();
  }

  @Test
  default void theLastTicksAreThoseAmongTheLastLinks() {
    account().hold(NOW);
    account().hold(NOW + 1_000);
    account().act(OperatorAct.Kind.PAUSE, Optional.empty());
    account().hold(NOW + 2_000);
    account().skip(NOW + 3_000, "no answer");

    assertThat(journal().reader().lastTicks("main", 4))
        .extracting(RecordedTick::sequence)
        .containsExactly(2L, 4L, 5L);
    assertThat(journal().reader().lastTicks("main", 100)).hasSize(4);
    assertThat(journal().reader().lastTicks("nobody's", 100)).isEmpty();
  }

  @Test
  default void saysWhereInTheChainATickIs() {
    long skipped = account().skip(NOW, "unreachable");
    AccountSnapshot snapshot = Ticks.account(NOW + 1, "2.5");
    Decision hold = account().decide(snapshot);
    long held = account().record(snapshot, hold);
    Intent intent = account().move(NOW + 2);

    JournalReader reader = journal().reader();
    assertThat(reader.tick("main", skipped)).containsInstanceOf(RecordedTick.Skipped.class);
    assertThat(reader.tick("main", held).map(RecordedTick::atMillis))
        .contains(hold.facts().situation().nowMillis());
    assertThat(reader.tick("main", intent.decision()).map(RecordedTick::atMillis))
        .contains(intent.decidedAtMillis());
    assertThat(reader.intents(Span.everything())).containsExactly(intent);
  }

  @Test
  default void intentsAreReadAsTheyStandNow() {
    Intent settled = account().provenNotApplied(NOW);
    Intent open = account().sent(NOW + DAY);
    assertThat(journal().reader().intents(Span.everything())).containsExactly(settled, open);
    assertThat(journal().reader().intents(new Span(Optional.empty(), NOW + DAY, NOW + 2 * DAY)))
        .containsExactly(open);
    assertThat(journal().reader().steps(Span.everything()))
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

  @Test
  default void remembersWhatBecameOfNoticesOutsideOfTheChain() {
    Subject margin = new Subject(Rule.MARGIN_LOW, "main");
    Notice raised = new Notice(Notice.Kind.RAISED, Optional.of(margin), "1.42x", NOW - 5, NOW, 1);
    Delivery failed = new Delivery(raised, "ops", Delivery.Outcome.FAILED, 3, "HTTP 500", NOW + 9);
    Delivery digest =
        new Delivery(
            Notice.digest("all\nwell", NOW), "mail", Delivery.Outcome.DELIVERED, 1, "", NOW + 1);
    long before = journal().reader().lastSequence("main");
    journal().told(failed);
    journal().told(digest);

    assertThat(journal().reader().deliveries(Span.everything())).containsExactly(failed, digest);
    assertThat(journal().reader().deliveries(Span.of("main"))).containsExactly(failed);
    assertThat(journal().reader().deliveries(new Span(Optional.empty(), NOW, NOW + 9)))
        .containsExactly(digest);
    assertThat(journal().reader().lastSequence("main")).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  default void lifeLeavesWholeChainsAndTheHeadsOfTheJournalInMemory(long seed) {
    List<Books> books = new RandomLife(seed, journal(), 3).live(60);
    MemoryJournal reference = new MemoryJournal();
    reference.adopt("main", Ticks.POLICY, NOW);
    assertThat(books).as("seed " + seed).isEqualTo(new RandomLife(seed, reference, 3).live(60));

    ChainCheck check = journal().reader().check();
    assertThat(check).as("seed " + seed).isEqualTo(reference.reader().check());
    assertThat(check.breaks()).isEmpty();
    assertThat(check.links()).isGreaterThan(60);
    assertThat(journal().reader().intents(Span.everything()))
        .isEqualTo(reference.reader().intents(Span.everything()));
    assertThat(journal().reader().steps(Span.everything()))
        .isEqualTo(reference.reader().steps(Span.everything()));
    assertThat(journal().reader().acts(Span.everything()))
        .isEqualTo(reference.reader().acts(Span.everything()));
    assertThat(journal().reader().foreign(Span.everything()))
        .isEqualTo(reference.reader().foreign(Span.everything()))
        .isNotEmpty();
  }
}
