package ballast.backtest;

import ballast.margin.E8;
import ballast.strategy.Situation;
import java.security.MessageDigest;
import java.util.BitSet;

/**
 * What funding was expected at each step, exactly and in next to no memory. A position's value at a
 * price and the equity without LDUSDT differ by a figure that changes only where cash does, but for
 * the last unit, which is rounding: so a bit a step stands for what would be eight bytes. Immutable
 * once built; safe for several threads.
 *
 * @param offsets the position's value less the net equity of the step, but for the last unit
 * @param units that unit, by step
 * @param rates the rate expected; {@link Situation#UNKNOWN} where it is not known
 * @param times when it is due
 */
record Fundings(Ledger offsets, BitSet units, Ledger rates, Ledger times) {
  /**
   * What is expected to be paid, USD × 1e8, or {@link Situation#UNKNOWN}.
   *
   * @param netE8 the step's
   */
  long e8(int step, long netE8) {
    long rate = rates.at(step);
    if (rate == Situation.UNKNOWN) {
      return Situation.UNKNOWN;
    }
    long notional = netE8 + offsets.at(step) + (units.get(step) ? 1 : 0);
    return E8.timesCeiling(notional, rate);
  }

  /** When that is due, epoch milliseconds, or {@link Situation#NEVER}. */
  long millis(int step) {
    return times.at(step);
  }

  /** Those of the steps from one to before another. */
  Fundings between(int from, int to) {
    return new Fundings(
        offsets.between(from, to, 0),
        units.get(from, to),
        rates.between(from, to, 0),
        times.between(from, to, 0));
  }

  void addTo(MessageDigest digest) {
    Sha256.add(digest, offsets.changes());
    Sha256.add(digest, units.toLongArray());
    Sha256.add(digest, rates.changes());
    Sha256.add(digest, times.changes());
  }

  long bytes() {
    return offsets.bytes() + units.size() / 8 + rates.bytes() + times.bytes();
  }

  /** Writes them down, step by step. */
  static final class Writer {
    private final Ledger.Writer offsets = new Ledger.Writer();
    private final BitSet units = new BitSet();
    private final Ledger.Writer rates = new Ledger.Writer();
    private final Ledger.Writer times = new Ledger.Writer();
    private long offset;

    /**
     * @param netE8 the step's equity but for LDUSDT
     * @param notionalE8 the position's value
     * @param rateE8 expected, a fraction
     * @param dueMillis of the next funding
     */
    void set(int step, long netE8, long notionalE8, long rateE8, long dueMillis) {
      long now = notionalE8 - netE8;
      if (step == 0 || now < offset || now > offset + 1) {
        offset = now;
      }
      offsets.set(step, offset);
      units.set(step, now > offset);
      rates.set(step, rateE8);
      times.set(step, dueMillis);
    }

    /** A step of which nothing is known. */
    void unknown(int step) {
      offsets.set(step, offset);
      rates.set(step, Situation.UNKNOWN);
      times.set(step, Situation.NEVER);
    }

    Fundings fundings() {
      return new Fundings(offsets.ledger(), units, rates.ledger(), times.ledger());
    }
  }
}
