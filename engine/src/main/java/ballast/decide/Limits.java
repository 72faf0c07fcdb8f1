package ballast.decide;

import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Situation;
import ballast.strategy.Usdt;
import java.util.Optional;

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
 * @param emergencyBelow the uniMMR below which a rescue need not wait for min-gap; empty when it
 *     always must
 */
public record Limits(
    boolean dryRun,
    Usdt perTransfer,
    Usdt perDay,
    Usdt minTransfer,
    long minGapMillis,
    long maxSnapshotAgeMillis,
    Fingerprint fingerprint,
    Optional<Ratio> emergencyBelow) {
  /** Limits that leave amounts unmarked and know no emergency. */
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
        Fingerprint.OFF,
        Optional.empty());
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

  /** True when this account may be rescued before min-gap has passed. */
  boolean isEmergency(Direction direction, Situation situation) {
    return direction == Direction.EARN_TO_FUTURE
        && emergencyBelow.isPresent()
        && emergencyBelow
                .get()
                .compareQuotient(situation.equityE8(), situation.maintenanceMarginE8())
            < 0;
  }
}
