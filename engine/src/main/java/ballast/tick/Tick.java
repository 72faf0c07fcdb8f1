package ballast.tick;

import ballast.decide.Decision;
import ballast.decide.Facts;
import ballast.decide.Standing;
import ballast.journal.Books;
import ballast.journal.Intent;
import ballast.journal.IntentState;
import ballast.journal.Journal;
import ballast.journal.Lease;
import ballast.journal.Refusals;
import ballast.notify.Notifier;
import ballast.notify.TickReport;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.Direction;
import ballast.strategy.Situation;
import ballast.strategy.Transferable;
import ballast.venue.Funding;
import ballast.venue.Holdings;
import ballast.venue.Reading;
import ballast.venue.TransferOrder;
import ballast.venue.TransferOutcome;
import ballast.venue.Venue;
import ballast.venue.VenueFailure;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One tick of one account: lead, settle, read, explain, decide, journal, move. Live, dry run, paper
 * and tests all run this; only venue, clock and notifier differ. Two runs of one account never
 * overlap; ticks of different accounts are independent.
 *
 * <p>Throws {@link ballast.journal.JournalException} when the journal fails; nothing is sent then
 * that is not on disk as SENDING. {@link ballast.journal.HeldElsewhereException} is the one of them
 * after which the next tick may go on: another engine took the account in the middle of this one.
 */
public final class Tick {
  private static final Logger log = LoggerFactory.getLogger(Tick.class);

  /**
   * A transfer whose books took longer than this to write is not sent: what it rests on is no
   * longer fresh.
   */
  private static final long SEND_WITHIN_NANOS = Duration.ofSeconds(3).toNanos();

  private final Assignment assignment;
  private final Venue venue;
  private final Journal journal;
  private final Leadership leadership;
  private final Recovery recovery;
  private final ForeignWatch foreignWatch;
  private final EffectWatch effectWatch;
  private final Notifier notifier;
  private final Clocks clocks;

  public Tick(
      Assignment assignment, Venue venue, Journal journal, Notifier notifier, Clocks clocks) {
    this.assignment = assignment;
    this.venue = venue;
    this.journal = journal;
    this.leadership = new Leadership(assignment, journal);
    this.recovery = new Recovery(assignment, venue, journal, clocks.steadyMillis());
    this.foreignWatch = new ForeignWatch(assignment, venue, journal, recovery);
    this.effectWatch = new EffectWatch(assignment, journal);
    this.notifier = notifier;
    this.clocks = clocks;
  }

  /** The account this tick is for. */
  public String account() {
    return assignment.account();
  }

  /** Runs one tick and says what it came to. */
  public synchronized TickReport run() {
    long now = clocks.millis();
    Optional<Lease> elsewhere = leadership.elsewhere(now);
    if (elsewhere.isPresent()) {
      return tell(new TickReport.StoodBy(account(), now, elsewhere.get()));
    }
    Books settled = recovery.settle(now);
    Optional<Funding> funding = funding();
    Stopwatch stopwatch = new Stopwatch(clocks.nanoTime());
    Reading<AccountSnapshot> account = venue.account();
    if (account instanceof Reading.Failed<AccountSnapshot> failed) {
      return skip(now, failed.failure());
    }
    AccountSnapshot snapshot = account.value();
    stopwatch.accountRead();
    Reading<Books> explained = stopwatch.wait(() -> foreignWatch.explain(settled, snapshot, now));
    if (explained instanceof Reading.Failed<Books> failed) {
      return skip(now, failed.failure());
    }
    Books books = effectWatch.review(explained.value(), snapshot, now);
    Situation.Recorded situation = situation(now, snapshot, books, funding);
    Optional<Direction> needed =
        assignment.decider().asks(situation, standing(snapshot, books, stopwatch));
    Optional<Reading<Transferable>> transferable =
        needed.map(way -> stopwatch.wait(() -> venue.transferable(way)));
    if (transferable.isPresent()
        && transferable.get() instanceof Reading.Failed<Transferable> failed) {
      return skip(now, failed.failure());
    }
    Decision decision =
        assignment
            .decider()
            .decide(
                new Facts(
                    situation,
                    standing(snapshot, books, stopwatch),
                    transferable.map(Reading::value)));
    return decision.kind() == Decision.Kind.MOVE
        ? move(snapshot, decision, books.refusals(decision.direction().orElseThrow()), stopwatch)
        : stay(snapshot, decision);
  }

  private TickReport stay(AccountSnapshot snapshot, Decision decision) {
    long sequence = journal.record(account(), leadership.policy(), snapshot, decision);
    return tell(new TickReport.Decided(account(), sequence, decision, Optional.empty(), 0));
  }

  private TickReport move(
      AccountSnapshot snapshot, Decision decision, Refusals refusals, Stopwatch stopwatch) {
    long now = decision.facts().situation().nowMillis();
    Optional<String> objection = BackOff.objection(refusals, now).or(journal::noRoom);
    if (objection.isPresent()) {
      return skip(now, objection.get());
    }
    Reading<Holdings> before = stopwatch.wait(venue::holdings);
    if (before instanceof Reading.Failed<Holdings> failed) {
      return skip(now, failed.failure());
    }
    if (!before.value().inFutures().equals(snapshot.ldusdtInFutures())) {
      return skip(
          now,
          "LDUSDT in Futures changed from "
              + snapshot.ldusdtInFutures()
              + " to "
              + before.value().inFutures()
              + " while deciding");
    }
    if (!recovery.isAfterLastMove(before.value(), now)) {
      return skip(now, "both balances may have been read from before the last transfer");
    }
    Intent intent =
        journal.intend(account(), leadership.policy(), snapshot, decision, before.value());
    Intent sending = journal.advance(intent, IntentState.SENDING, clocks.millis(), "");
    if (sending.state() != IntentState.SENDING) {
      return tell(decided(decision, sending, 0));
    }
    TransferOrder order =
        new TransferOrder(sending.id(), clocks.millis(), sending.direction(), sending.amount());
    boolean holdsLease = leadership.holds();
    long own = stopwatch.ownNanos();
    TransferOutcome outcome =
        tooLate(holdsLease, own)
            .<TransferOutcome>map(TransferOutcome.NotSent::new)
            .orElseGet(() -> venue.transfer(order));
    Intent answered = journal.advance(sending, state(outcome), clocks.millis(), outcome.describe());
    effectWatch.sent(answered, decision);
    return tell(decided(decision, answered, own));
  }

  private TickReport decided(Decision decision, Intent intent, long ownNanos) {
    return new TickReport.Decided(
        account(), intent.decision(), decision, Optional.of(intent), ownNanos);
  }

  /**
   * What speaks against sending at the last moment. The order has its time from before these
   * questions: what is held up after them is refused by the exchange as too old.
   */
  private static Optional<String> tooLate(boolean holdsLease, long ownNanos) {
    if (!holdsLease) {
      return Optional.of("the lease on the account ran out before it was sent");
    }
    return ownNanos > SEND_WITHIN_NANOS
        ? Optional.of("the journal took " + ownNanos / 1_000_000 + " ms")
        : Optional.empty();
  }

  private TickReport skip(long now, VenueFailure failure) {
    return skip(now, failure.kind() + ": " + failure.detail());
  }

  private TickReport skip(long now, String reason) {
    long sequence = journal.skip(account(), leadership.policy(), now, reason);
    return tell(new TickReport.Skipped(account(), sequence, now, reason));
  }

  private TickReport tell(TickReport report) {
    try {
      notifier.tell(report);
    } catch (RuntimeException e) {
      log.warn("{}: could not notify: {}", account(), e.toString());
    }
    return report;
  }

  private Situation.Recorded situation(
      long now, AccountSnapshot snapshot, Books books, Optional<Funding> funding) {
    return new Situation.Recorded(
        now,
        snapshot.equity().e8(),
        snapshot.maintenanceMargin().e8(),
        snapshot.ldusdtInFutures().e8(),
        books.lastMoveMillis(),
        funding.map(read -> read.amount().e8()).orElse(Situation.UNKNOWN),
        funding.map(read -> read.dueMillis().orElse(Situation.NEVER)).orElse(Situation.NEVER),
        assignment.remembered(books.memory()));
  }

  /**
   * Empty where nobody uses it, and where it could not be read: a rescue does not wait for a
   * forecast. Asked for before the account, so that a slow answer makes no snapshot old.
   */
  private Optional<Funding> funding() {
    if (!assignment.decider().usesFunding()) {
      return Optional.empty();
    }
    Reading<Funding> reading = venue.funding();
    if (reading instanceof Reading.Failed<Funding> failed) {
      log.warn("{}: expected funding is unknown: {}", account(), failed.failure().detail());
      return Optional.empty();
    }
    return Optional.of(reading.value());
  }

  private static Standing standing(AccountSnapshot snapshot, Books books, Stopwatch stopwatch) {
    return new Standing(
        snapshot.status(),
        stopwatch.snapshotAgeMillis(),
        books.movedToday(),
        books.paused(),
        books.open().map(Intent::id).orElse(Standing.NO_INTENT),
        books.intents());
  }

  private static IntentState state(TransferOutcome outcome) {
    if (outcome instanceof TransferOutcome.Done) {
      return IntentState.CONFIRMED;
    }
    if (outcome instanceof TransferOutcome.Rejected) {
      return IntentState.REJECTED;
    }
    return outcome instanceof TransferOutcome.NotSent ? IntentState.NOT_SENT : IntentState.UNKNOWN;
  }
}
