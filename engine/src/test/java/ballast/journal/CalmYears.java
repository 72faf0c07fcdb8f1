package ballast.journal;

import ballast.decide.Decider;
import ballast.decide.Decision;
import ballast.decide.Facts;
import ballast.decide.Standing;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.Ratio;
import ballast.strategy.Situation;
import ballast.strategy.Usdt;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Millions of holds, as the journal's own ledger appends them, but many to a commit. Real decisions
 * about a margin that stays inside the band.
 */
final class CalmYears {
  private static final int COMMIT = 5_000;
  private static final long LOWEST_E8 = 170_000_000L;
  private static final long WIDTH_E8 = 130_000_000L;

  private final Random random = new Random(3);
  private final Decider decider = Ticks.decider(Ticks.POLICY);
  private final Ledger ledger;
  private long uniMmrE8 = LOWEST_E8 + WIDTH_E8 / 2;

  private CalmYears(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Writes so many ticks of an account that was adopted. */
  static void live(Place place, String account, long startMillis, long everyMillis, long ticks)
      throws SQLException {
    Leases leases = new Leases(ThisProcess.name(), true);
    try (Ledger ledger = new Ledger(new Session(place.connect()), Dialect.H2, leases)) {
      CalmYears calm = new CalmYears(ledger);
      for (long i = 0; i < ticks; i++) {
        calm.hold(account, startMillis + i * everyMillis);
        if ((i + 1) % COMMIT == 0) {
          ledger.commit();
        }
      }
      ledger.commit();
    }
  }

  private void hold(String account, long now) {
    AccountTable.Stored before = ledger.hold(account);
    AccountSnapshot snapshot = snapshot(now);
    ledger.append(
        new Link.Tick(
            new RecordedTick.Decided(
                account,
                before.sequence() + 1,
                before.policy(),
                snapshot,
                decide(now, snapshot),
                0),
            ledger.policies.get(ledger.session, before.policy()).digest()));
  }

  private AccountSnapshot snapshot(long now) {
    long step = (long) (random.nextGaussian() * 1_000_000);
    uniMmrE8 = LOWEST_E8 + Math.floorMod(uniMmrE8 + step - LOWEST_E8, WIDTH_E8);
    return Ticks.reading(random, now, new Ratio(uniMmrE8), new Usdt(80_000_12345678L));
  }

  private Decision decide(long now, AccountSnapshot snapshot) {
    Situation.Recorded situation =
        Ticks.situation(now, snapshot, Situation.NEVER, new StoredMemory(""));
    Standing standing =
        new Standing(snapshot.status(), 250, Usdt.ZERO, Set.of(), Standing.NO_INTENT, 0);
    Decision decision = decider.decide(new Facts(situation, standing, Optional.empty()));
    if (decision.kind() != Decision.Kind.HOLD) {
      throw new IllegalStateException("calm years move nothing: " + decision.reason());
    }
    return decision;
  }
}
