package ballast.decide;

import ballast.strategy.Usdt;

/**
 * What the guard holds every move to, whatever the strategy.
 *
 * @param dryRun refuse every move, after having worked it out
 * @param perTransfer most LDUSDT in one transfer
 * @param perDay most LDUSDT moved in one UTC day of the exchange, both directions together
 * @param minTransfer least LDUSDT worth a transfer
 * @param minGapMillis least time between two moves
 * @param maxSnapshotAgeMillis oldest reading of the account to act on
 * @param fingerprint how amounts are marked, never upwards
 */
public record Limits(
    boolean dryRun,
    Usdt perTransfer,
    Usdt perDay,
    Usdt minTransfer,
    long minGapMillis,
    long maxSnapshotAgeMillis,
    Fingerprint fingerprint) {
  /** Limits that leave amounts unmarked. */
  public Limits(
      boolean dryRun,
      Usdt perTransfer,
      Usdt perDay,
      Usdt minTransfer,
      long minGapMillis,
      long maxSnapshotAgeMillis) {
    this(
        dryRun,
        perTransfer,
        perDay,
        minTransfer,
        minGapMillis,
        maxSnapshotAgeMillis,
        Fingerprint.OFF);
  }

  public Limits {
    if (!perTransfer.isPositive() || !perDay.isPositive() || !minTransfer.isPositive()) {
      throw new IllegalArgumentException(
          "per-transfer, per-day and min-transfer must be positive, got "
              + perTransfer
              + ", "
              + perDay
              + ", "
              + minTransfer);
    }
    if (minGapMillis < 0 || maxSnapshotAgeMillis <= 0) {
      throw new IllegalArgumentException(
          "min-gap must not be negative and max-snapshot-age must be positive, got "
              + minGapMillis
              + " ms, "
              + maxSnapshotAgeMillis
              + " ms");
    }
  }
}
