package ballast.report;

import java.util.List;
import java.util.Optional;

/**
 * A whole run, as its report tells it: the account with Ballast, and beside it always the same
 * account left alone.
 *
 * @param title such as {@code Crash of March 2020}
 * @param subtitle what kind of path it is, such as {@code reconstructed path, 1 to 31 March 2020}
 * @param notes what the path rests on, such as the public figures it passes through
 * @param figures the summary, in order
 * @param with the account with Ballast
 * @param without the same account left alone
 * @param ldusdtInFutures LDUSDT in the futures wallet with Ballast
 * @param band the strategy's levels, when it has any
 * @param transfers with Ballast, in order
 * @param replay every decision taken again, when that was done
 * @param weight what the exchange's rate budget was charged, when there is one
 */
public record Run(
    String title,
    String subtitle,
    List<String> notes,
    List<Figure> figures,
    Course with,
    Course without,
    Series ldusdtInFutures,
    Optional<Band> band,
    List<Transfer> transfers,
    Optional<Replayed> replay,
    Optional<Weight> weight) {
  public Run {
    notes = List.copyOf(notes);
    figures = List.copyOf(figures);
    transfers = List.copyOf(transfers);
  }

  /**
   * What came of taking every recorded decision again.
   *
   * @param decisions how many were taken again
   * @param mismatches how many came out otherwise
   */
  public record Replayed(long decisions, long mismatches) {}

  /**
   * Request weight, as the exchange counts it.
   *
   * @param used what the run used
   * @param bothDirectionsEveryTick what it would have used asking for both transferable amounts at
   *     every tick
   */
  public record Weight(long used, long bothDirectionsEveryTick) {}

  /** How it ended, in one plain sentence or two; says so when doing nothing was better. */
  public String sentence() {
    return Outcome.of(with, without).sentence();
  }
}
