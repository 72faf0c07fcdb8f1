package ballast.journal;

import ballast.decide.Decision;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.util.Optional;

/**
 * Of a tick, what the totals of days are added up from.
 *
 * @param decided empty for one that was skipped
 */
public record TickOutline(String account, long atMillis, Optional<Decided> decided) {
  /**
   * Of a decision.
   *
   * @param uniMmr as it was read
   * @param ldusdtInFutures as it was read
   * @param openIntent which transfer was on its way; 0 when none
   */
  public record Decided(Decision.Kind kind, Ratio uniMmr, Usdt ldusdtInFutures, long openIntent) {}

  static TickOutline of(RecordedTick tick) {
    return new TickOutline(
        tick.account(),
        tick.atMillis(),
        tick instanceof RecordedTick.Decided decided ? Optional.of(of(decided)) : Optional.empty());
  }

  private static Decided of(RecordedTick.Decided decided) {
    return new Decided(
        decided.decision().kind(),
        decided.snapshot().uniMmr(),
        decided.snapshot().ldusdtInFutures(),
        decided.decision().facts().standing().openIntent());
  }
}
