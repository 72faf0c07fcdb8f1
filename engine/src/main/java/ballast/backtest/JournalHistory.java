package ballast.backtest;

import ballast.decide.Facts;
import ballast.decide.Standing;
import ballast.journal.ForeignMove;
import ballast.journal.Intent;
import ballast.journal.JournalReader;
import ballast.journal.Policy;
import ballast.journal.RecordedTick;
import ballast.journal.RecordedTick.Decided;
import ballast.journal.Span;
import ballast.margin.E8;
import ballast.paper.PaperAccount;
import ballast.strategy.Collateral;
import ballast.strategy.Direction;
import ballast.strategy.Situation;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * An account's past as its journal recorded it, laid out so that other amounts can be tried on it:
 * at every tick that decided, the recorded equity less what the LDUSDT then in Futures counted for.
 * What others moved stays moved, operators' pauses stay pauses, and where the policy decides what
 * was decided then, its transfer fares as it did then. For one thread.
 *
 * <p>What LDUSDT counts for is the last table that the journal has, or the paper account's where it
 * never asked for one. The books do not tell interest from deposits, so neither interest nor
 * funding paid is known; what was expected of the next is, where a tick read it.
 */
public final class JournalHistory {
  private final JournalReader journal;
  private final Span span;
  private final String account;
  private final LongStream.Builder times = LongStream.builder();
  private final LongStream.Builder equities = LongStream.builder();
  private final LongStream.Builder margins = LongStream.builder();
  private final LongStream.Builder fundings = LongStream.builder();
  private final LongStream.Builder fundingTimes = LongStream.builder();
  private final Ledger.Writer held = new Ledger.Writer();
  private final Ledger.Writer statuses = new Ledger.Writer();
  private final Ledger.Writer paused = new Ledger.Writer();
  private final Map<Integer, Transferable> asked = new HashMap<>();
  private final NavigableMap<Integer, Usdt> both = new TreeMap<>();
  private int steps;
  private @Nullable Facts first;
  private Optional<Collateral> collateral = Optional.empty();
  private long policy;

  /**
   * What was read.
   *
   * @param history to try policies on
   * @param policy the last one that the account was decided by
   * @param knowsCollateral the journal says what LDUSDT counts for
   * @param knowsEarn the journal says how much LDUSDT lay in Earn
   */
  public record Read(History history, Policy policy, boolean knowsCollateral, boolean knowsEarn) {}

  private JournalHistory(JournalReader journal, String account, Span span) {
    this.journal = journal;
    this.account = account;
    this.span = new Span(Optional.of(account), span.fromMillis(), span.toMillis());
  }

  /**
   * Reads one account's past.
   *
   * @param span whose times bound it
   * @throws IllegalArgumentException in one plain line when nothing was decided in it
   * @throws ballast.journal.JournalException when the journal cannot be read
   */
  public static Read read(JournalReader journal, String account, Span span) {
    return new JournalHistory(journal, account, span).read();
  }

  private Read read() {
    journal.ticks(span, this::add);
    Facts opening = first;
    if (opening == null) {
      throw new IllegalArgumentException(
          "the journal has no decision of account " + account + " in that time");
    }
    long[] at = times.build().toArray();
    Map<Integer, RecordedSurroundings.Sent> sent = sent(at);
    Collateral counts = collateral.orElseGet(() -> PaperAccount.standard().collateral());
    Ledger ldusdt = ldusdt();
    Surroundings surroundings =
        new RecordedSurroundings(
            opening(opening),
            held.ledger(),
            statuses.ledger(),
            paused.ledger(),
            asked,
            sent,
            others(at),
            new ModelledSurroundings(counts, ldusdt));
    History history = history(at, counts, surroundings, ldusdt);
    return new Read(history, journal.policy(policy), collateral.isPresent(), !both.isEmpty());
  }

  @SuppressWarnings("EnumOrdinal") // the column lives in memory alone
  private void add(RecordedTick tick) {
    if (!(tick instanceof Decided decided)) {
      return;
    }
    Facts facts = decided.decision().facts();
    Situation.Recorded situation = facts.situation();
    first = first == null ? facts : first;
    policy = decided.policy();
    times.add(situation.nowMillis());
    equities.add(situation.equityE8());
    margins.add(situation.maintenanceMarginE8());
    fundings.add(situation.fundingE8());
    fundingTimes.add(situation.fundingMillis());
    held.set(steps, situation.ldusdtInFuturesE8());
    statuses.set(steps, facts.standing().status().ordinal());
    paused.set(steps, bits(facts.standing()));
    facts.transferable().ifPresent(answer -> answered(answer, situation));
    steps++;
  }

  private void answered(Transferable answer, Situation situation) {
    asked.put(steps, answer);
    collateral = Optional.of(answer.collateral());
    if (answer.direction() == Direction.EARN_TO_FUTURE) {
      both.put(steps, answer.amount().plus(new Usdt(situation.ldusdtInFuturesE8())));
    }
  }

  @SuppressWarnings("EnumOrdinal") // likewise
  private static long bits(Standing standing) {
    long bits = 0;
    for (Direction direction : standing.paused()) {
      bits |= 1L << direction.ordinal();
    }
    return bits;
  }

  private static Surroundings.Opening opening(Facts facts) {
    return new Surroundings.Opening(
        facts.situation().lastMoveMillis(),
        facts.standing().movedToday(),
        Math.max(0, facts.standing().intentsBefore()));
  }

  /** Our transfers by the step that decided them; right before each both wallets were read. */
  private Map<Integer, RecordedSurroundings.Sent> sent(long[] at) {
    Map<Integer, RecordedSurroundings.Sent> sent = new HashMap<>();
    for (Intent intent : journal.intents(span)) {
      int step = Arrays.binarySearch(at, intent.decidedAtMillis());
      if (step >= 0) {
        both.put(step, intent.before().inEarn().plus(intent.before().inFutures()));
        sent.put(
            step,
            new RecordedSurroundings.Sent(
                intent.sentAtMillis().orElse(intent.decidedAtMillis()),
                intent.direction(),
                intent.amount(),
                outcome(intent)));
      }
    }
    return sent;
  }

  private static Move.Outcome outcome(Intent intent) {
    return switch (intent.state()) {
      case CONFIRMED, APPLIED, SETTLED -> Move.Outcome.DONE;
      case INTENT, SENDING, REJECTED, NOT_SENT, ABANDONED -> Move.Outcome.REFUSED;
      case UNKNOWN, NOT_APPLIED, HELD -> Move.Outcome.LOST;
    };
  }

  /** What others moved was noticed at a tick; one that could not decide leaves it to the next. */
  private NavigableMap<Integer, Usdt> others(long[] at) {
    NavigableMap<Integer, Usdt> others = new TreeMap<>();
    for (ForeignMove move : journal.foreign(span)) {
      int found = Arrays.binarySearch(at, move.atMillis());
      int step = found >= 0 ? found : -found - 1;
      if (step > 0 && step < at.length) {
        others.merge(step, move.now().minus(move.before()), Usdt::plus);
      }
    }
    return others;
  }

  /** Both wallets together, as far as they were read; without any reading, what lay in Futures. */
  private Ledger ldusdt() {
    if (both.isEmpty()) {
      return held.ledger();
    }
    Ledger.Writer writer = new Ledger.Writer();
    both.forEach((step, amount) -> writer.set(step, amount.e8()));
    return writer.ledger();
  }

  private History history(long[] at, Collateral counts, Surroundings surroundings, Ledger ldusdt) {
    Ledger then = held.ledger();
    long[] nets = equities.build().toArray();
    long[] maintenance = margins.build().toArray();
    for (int step = 0; step < nets.length; step++) {
      nets[step] = Math.subtractExact(nets[step], counts.value(new Usdt(then.at(step))).e8());
    }
    Ledger.Writer funding = new Ledger.Writer();
    funding.set(0, 0);
    int[] until = IntStream.rangeClosed(1, at.length).toArray();
    return new History(
        "the journal of " + account,
        counts,
        new Usdt(then.at(0)),
        at,
        nets,
        maintenance,
        new Bars(nets, maintenance, until),
        surroundings,
        ldusdt,
        funding.ledger(),
        expected(nets));
  }

  /** As the ticks read it: the payment itself, so at a rate of one. */
  private Fundings expected(long[] nets) {
    long[] read = fundings.build().toArray();
    long[] due = fundingTimes.build().toArray();
    Fundings.Writer writer = new Fundings.Writer();
    for (int step = 0; step < read.length; step++) {
      if (read[step] == Situation.UNKNOWN) {
        writer.unknown(step);
      } else {
        writer.set(step, nets[step], read[step], E8.ONE, due[step]);
      }
    }
    return writer.fundings();
  }
}
