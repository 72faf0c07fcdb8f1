package ballast.paper;

import java.time.LocalDate;

/**
 * One day's public figures, prices × 1e8.
 *
 * @param date the day, UTC
 */
public record DayFigures(LocalDate date, long openE8, long highE8, long lowE8, long closeE8) {
  public DayFigures {
    if (lowE8 <= 0 || lowE8 > Math.min(openE8, closeE8) || highE8 < Math.max(openE8, closeE8)) {
      throw new IllegalArgumentException(date + ": a day needs 0 < low <= open, close <= high");
    }
  }
}
