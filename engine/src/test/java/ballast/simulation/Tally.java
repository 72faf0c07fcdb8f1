package ballast.simulation;

import java.util.Locale;

/** What one run or many came to. */
final class Tally {
  private static final double YEAR_MILLIS = 365.25 * 86_400_000;

  private final Coverage coverage;
  private long runs;
  private long ticks;
  private long millis;
  private long transfers;
  private long unknown;
  private long heldOfUnknown;
  private long fingerprint;

  Tally(Coverage coverage) {
    this.coverage = coverage;
  }

  void add(EngineProcess process, long simulatedMillis, long fingerprintOfRun) {
    runs++;
    ticks += process.ticks();
    millis += simulatedMillis;
    transfers += process.auditor().posts();
    unknown += process.auditor().unknown();
    heldOfUnknown += process.auditor().heldOfUnknown();
    fingerprint += fingerprintOfRun;
  }

  void add(Tally other) {
    coverage.add(other.coverage);
    runs += other.runs;
    ticks += other.ticks;
    millis += other.millis;
    transfers += other.transfers;
    unknown += other.unknown;
    heldOfUnknown += other.heldOfUnknown;
    fingerprint += other.fingerprint;
  }

  Coverage coverage() {
    return coverage;
  }

  long ticks() {
    return ticks;
  }

  /** Simulated time in ticks of five minutes. */
  long fiveMinutes() {
    return millis / 300_000;
  }

  long crashes() {
    return coverage.crashes();
  }

  long unknown() {
    return unknown;
  }

  /** Percent of the unknown outcomes that an operator had to settle. */
  double heldPercent() {
    return 100.0 * heldOfUnknown / Math.max(1, unknown);
  }

  long transfers() {
    return transfers;
  }

  long fingerprint() {
    return fingerprint;
  }

  double years() {
    return millis / YEAR_MILLIS;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d runs, %.1f years, %d ticks, %d transfers, %d crashes, %d unknown outcomes, %.2f %% of"
            + " them held",
        runs,
        years(),
        ticks,
        transfers,
        crashes(),
        unknown,
        heldPercent());
  }
}
