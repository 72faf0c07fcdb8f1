package ballast.dashboard;

import ballast.decide.Decision;
import ballast.decide.Rule;
import ballast.journal.RecordedTick;
import ballast.notify.TickReport;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.util.Optional;

/**
 * Ticks one after the other that came to the same thing, so that a quiet night is one line.
 *
 * @param kind what they came to
 * @param about what has to be alike besides: the rule that refused, the kind of failure
 * @param direction of a move or a refused one
 * @param amount LDUSDT of a move
 * @param reason of the last of them, one line
 * @param uniMmr at the last of them
 * @param firstMillis when the first was
 * @param lastMillis when the last was
 * @param count how many there were
 */
record Episode(
    Kind kind,
    String about,
    Optional<Direction> direction,
    Usdt amount,
    String reason,
    Optional<Ratio> uniMmr,
    long firstMillis,
    long lastMillis,
    int count) {

  /** What a tick can come to. */
  enum Kind {
    HOLD,
    REFUSED,
    MOVE,
    SKIPPED,
    STANDS_BY
  }

  static Episode of(TickReport report) {
    if (report instanceof TickReport.Decided decided) {
      return of(decided.decision());
    }
    return report instanceof TickReport.Skipped skipped
        ? skipped(skipped.atMillis(), skipped.reason())
        : plain(Kind.STANDS_BY, report.account(), report.describe(), report.atMillis());
  }

  static Episode of(RecordedTick tick) {
    return tick instanceof RecordedTick.Decided decided
        ? of(decided.decision())
        : skipped(tick.atMillis(), ((RecordedTick.Skipped) tick).reason());
  }

  private static Episode of(Decision decision) {
    long at = decision.facts().situation().nowMillis();
    return new Episode(
        Kind.valueOf(decision.kind().name()),
        decision.rule().map(Rule::label).orElse(""),
        decision.direction(),
        decision.amount(),
        decision.reason(),
        Figures.uniMmr(decision.facts().situation()),
        at,
        at,
        1);
  }

  /** Failures begin with their kind and a colon; what follows may differ each time. */
  private static Episode skipped(long atMillis, String reason) {
    int colon = reason.indexOf(':');
    return plain(Kind.SKIPPED, colon < 0 ? "" : reason.substring(0, colon), reason, atMillis);
  }

  private static Episode plain(Kind kind, String about, String reason, long atMillis) {
    return new Episode(
        kind, about, Optional.empty(), Usdt.ZERO, reason, Optional.empty(), atMillis, atMillis, 1);
  }

  /** True when a later tick only goes on with this; every move is one of its own. */
  boolean goesOnWith(Episode later) {
    return kind != Kind.MOVE
        && kind == later.kind
        && about.equals(later.about)
        && (kind != Kind.REFUSED || direction.equals(later.direction));
  }

  /** Both as one, told in the later one's words. */
  Episode with(Episode later) {
    return new Episode(
        kind,
        about,
        later.direction,
        later.amount,
        later.reason,
        later.uniMmr,
        firstMillis,
        later.lastMillis,
        count + later.count);
  }
}
