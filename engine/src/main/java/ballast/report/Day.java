package ballast.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A day as the reader's zone has it: 23 or 25 hours long where its clocks are changed.
 *
 * @param date in the zone
 * @param fromMillis its first millisecond
 * @param toMillis the first of the next day
 */
record Day(LocalDate date, long fromMillis, long toMillis) {
  static Day of(long atMillis, ZoneId zone) {
    LocalDate date = Instant.ofEpochMilli(atMillis).atZone(zone).toLocalDate();
    return new Day(date, start(date, zone), start(date.plusDays(1), zone));
  }

  private static long start(LocalDate date, ZoneId zone) {
    return date.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  boolean covers(long atMillis) {
    return fromMillis <= atMillis && atMillis < toMillis;
  }
}
