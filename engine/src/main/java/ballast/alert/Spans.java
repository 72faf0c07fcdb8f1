package ballast.alert;

import java.time.Duration;

/** Time spans as people read them. */
final class Spans {
  private Spans() {}

  /** The two largest units, such as {@code 2 h 5 min}, rounded down; at least {@code 0 s}. */
  static String text(Duration span) {
    if (span.toDays() > 0) {
      return span.toDays() + " d " + span.toHoursPart() + " h";
    }
    if (span.toHours() > 0) {
      return span.toHours() + " h " + span.toMinutesPart() + " min";
    }
    return span.toMinutes() > 0
        ? span.toMinutes() + " min " + span.toSecondsPart() + " s"
        : Math.max(0, span.toSeconds()) + " s";
  }
}
