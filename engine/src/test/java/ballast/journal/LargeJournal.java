package ballast.journal;

import ballast.decide.Decider;
import ballast.decide.Decision;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import ballast.venue.ApiCall;
import ballast.venue.Holdings;
import java.util.Random;

/**
 * Years of an account's life, written by the journal's own writer: a margin that walks inside the
 * band and now and then leaves it, a reading at every tick, a transfer that settles, a tick without
 * an answer, a foreign move. By seed, so that the same journal can be made again.
 */
final class LargeJournal {
  static final String ACCOUNT = "main";
  private static final Decider DECIDER = Ticks.decider(Ticks.POLICY);

  private final Journal journal;
  private final Random random;
  private final boolean calls;
  private final long everyMillis;
  private final long policy;
  private long now;
  private long uniMmrE8 = 240_000_000L;
  private long inFuturesE8 = 80_000_12345678L;

  LargeJournal(Journal journal, long seed, long startMillis, long everyMillis, boolean calls) {
    this.journal = journal;
    this.random = new Random(seed);
    this.calls = calls;
    this.everyMillis = everyMillis;
    this.now = startMillis;
    this.policy = journal.adopt(ACCOUNT, Ticks.POLICY, startMillis);
  }

  /** Writes so many ticks. */
  LargeJournal live(long ticks) {
    for (long i = 0; i < ticks; i++) {
      tick();
      now += everyMillis;
    }
    journal.flush();
    return this;
  }

  private void tick() {
    if (calls) {
      call("/papi/v1/account", 20);
      call("/papi/v1/balance", 20);
    }
    int chance = random.nextInt(200);
    if (chance == 0) {
      journal.skip(ACCOUNT, policy, now, "no answer from GET /papi/v1/account");
      return;
    }
    if (chance == 1) {
      foreign();
    }
    AccountSnapshot snapshot = snapshot();
    Decision decision = Ticks.decide(DECIDER, snapshot, journal.books(ACCOUNT, now));
    if (decision.kind() == Decision.Kind.MOVE) {
      move(snapshot, decision);
    } else {
      journal.record(ACCOUNT, policy, snapshot, decision);
    }
  }

  private void call(String path, int weight) {
    journal.call(
        ACCOUNT, new ApiCall(now, "GET", path, 200, 0, weight, 40_000 + random.nextInt(90_000)));
  }

  private void foreign() {
    Usdt before = new Usdt(inFuturesE8);
    inFuturesE8 += 1 + random.nextInt(1_000_000);
    journal.foreign(new ForeignMove(ACCOUNT, now, before, new Usdt(inFuturesE8)));
  }

  private AccountSnapshot snapshot() {
    uniMmrE8 = Math.max(110_000_000L, uniMmrE8 + (long) (random.nextGaussian() * 4_000_000));
    return Ticks.reading(random, now, new Ratio(uniMmrE8), new Usdt(inFuturesE8));
  }

  /** A transfer that is confirmed and seen; it brings the margin back towards the middle. */
  private void move(AccountSnapshot snapshot, Decision decision) {
    Intent intent =
        journal.intend(
            ACCOUNT,
            policy,
            snapshot,
            decision,
            new Holdings(now - 100, Usdt.of(700_000), new Usdt(inFuturesE8)));
    boolean in = intent.direction() == Direction.EARN_TO_FUTURE;
    intent = journal.advance(intent, IntentState.SENDING, now + 300, "");
    if (intent.state() == IntentState.SENDING) {
      intent = journal.advance(intent, IntentState.CONFIRMED, now + 420, "transfer " + now);
      journal.advance(intent, IntentState.SETTLED, now + 4_000, "seen in both balances");
      inFuturesE8 += in ? intent.amount().e8() : -intent.amount().e8();
    }
    uniMmrE8 = 240_000_000L;
  }
}
