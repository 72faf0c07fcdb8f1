package ballast.tick;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quartz.Calendar;
import org.quartz.impl.calendar.DailyCalendar;
import org.quartz.impl.calendar.HolidayCalendar;

/**
 * Times at which an account is left alone, as Quartz calendars on the exchange's clock. Immutable.
 *
 * <p>Written {@code daily 23:50-00:10 UTC}, or {@code 2026-12-24..2026-12-26 UTC} for whole days,
 * the last one included.
 */
public final class Blackout {
  private static final Pattern DAILY =
      Pattern.compile("daily ([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2}) (\\S+)");
  private static final Pattern DAYS =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})\\.\\.([0-9]{4}-[0-9]{2}-[0-9]{2}) (\\S+)");
  private static final int MOST_DAYS = 366;

  private final Optional<Calendar> calendar;

  private Blackout(Optional<Calendar> calendar) {
    this.calendar = calendar;
  }

  /**
   * Reads the texts of one account.
   *
   * @throws IllegalArgumentException in one plain line
   */
  public static Blackout parse(List<String> texts) {
    Calendar all = null;
    for (String text : texts) {
      Matcher daily = DAILY.matcher(text);
      Matcher days = DAYS.matcher(text);
      if (daily.matches()) {
        all = daily(all, time(daily.group(1)), time(daily.group(2)), Schedule.zone(daily.group(3)));
      } else if (days.matches()) {
        all = days(all, date(days.group(1)), date(days.group(2)), Schedule.zone(days.group(3)));
      } else {
        throw new IllegalArgumentException(
            "a blackout is \"daily 23:50-00:10 UTC\" or \"2026-12-24..2026-12-26 UTC\", got \""
                + text
                + "\"");
      }
    }
    return new Blackout(Optional.ofNullable(all));
  }

  /** True when the account is to be left alone at this time. */
  public boolean covers(Instant time) {
    return calendar.isPresent() && !calendar.get().isTimeIncluded(time.toEpochMilli());
  }

  /** Quartz's daily range cannot cross midnight, so one that does becomes two. */
  private static Calendar daily(
      @Nullable Calendar base, LocalTime from, LocalTime to, ZoneId zone) {
    if (from.equals(to)) {
      throw new IllegalArgumentException(
          "a daily blackout must have a length, got " + from + "-" + to);
    }
    if (from.isBefore(to)) {
      return range(base, from, to.minusNanos(1_000_000), zone);
    }
    Calendar evening = range(base, from, LocalTime.of(23, 59, 59, 999_000_000), zone);
    return to.equals(LocalTime.MIDNIGHT)
        ? evening
        : range(evening, LocalTime.MIDNIGHT, to.minusNanos(1_000_000), zone);
  }

  private static Calendar range(
      @Nullable Calendar base, LocalTime from, LocalTime to, ZoneId zone) {
    DailyCalendar range =
        new DailyCalendar(
            from.getHour(),
            from.getMinute(),
            from.getSecond(),
            from.getNano() / 1_000_000,
            to.getHour(),
            to.getMinute(),
            to.getSecond(),
            to.getNano() / 1_000_000);
    range.setTimeZone(TimeZone.getTimeZone(zone));
    range.setBaseCalendar(base);
    return range;
  }

  private static Calendar days(@Nullable Calendar base, LocalDate from, LocalDate to, ZoneId zone) {
    if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to)) {
      throw new IllegalArgumentException(
          "a blackout of days must run forward and at most "
              + MOST_DAYS
              + " days, got "
              + from
              + ".."
              + to);
    }
    HolidayCalendar holidays = new HolidayCalendar(TimeZone.getTimeZone(zone));
    holidays.setBaseCalendar(base);
    from.datesUntil(to.plusDays(1))
        .forEach(day -> holidays.addExcludedDate(Date.from(day.atStartOfDay(zone).toInstant())));
    return holidays;
  }

  private static LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("\"" + text + "\" is no time of day, write 23:50", e);
    }
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("\"" + text + "\" is no date, write 2026-12-24", e);
    }
  }
}
