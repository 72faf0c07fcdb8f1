package ballast.tick;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Duration ONE_MILLISECOND = Duration.ofMillis(1);
  private static final LocalTime LAST_OF_DAY = LocalTime.MIDNIGHT.minus(ONE_MILLISECOND);
  private static final DateTimeFormatter QUARTZ_TIME = DateTimeFormatter.ofPattern("HH:mm:ss:SSS");

  private final List<Predicate<Instant>> times;

  private Blackout(List<Predicate<Instant>> times) {
    this.times = List.copyOf(times);
  }

  /**
   * Reads the texts of one account.
   *
   * @throws IllegalArgumentException in one plain line
   */
  public static Blackout parse(List<String> texts) {
    List<Predicate<Instant>> times = new ArrayList<>();
    for (String text : texts) {
      Matcher daily = DAILY.matcher(text);
      Matcher days = DAYS.matcher(text);
      if (daily.matches()) {
        times.add(daily(time(daily.group(1)), time(daily.group(2)), Schedule.zone(daily.group(3))));
      } else if (days.matches()) {
        times.add(days(date(days.group(1)), date(days.group(2)), Schedule.zone(days.group(3))));
      } else {
        throw new IllegalArgumentException(
            "a blackout is \"daily 23:50-00:10 UTC\" or \"2026-12-24..2026-12-26 UTC\", got \""
                + text
                + "\"");
      }
    }
    return new Blackout(times);
  }

  /** True when the account is to be left alone at this time. */
  public boolean covers(Instant time) {
    return times.stream().anyMatch(each -> each.test(time));
  }

  /** Quartz's daily range cannot cross midnight, so one that does becomes two. */
  private static Predicate<Instant> daily(LocalTime from, LocalTime to, ZoneId zone) {
    if (from.equals(to)) {
      throw new IllegalArgumentException(
          "a daily blackout must have a length, got " + from + "-" + to);
    }
    LocalTime last = to.minus(ONE_MILLISECOND);
    return from.isBefore(last)
        ? range(from, last, zone)
        : range(from, LAST_OF_DAY, zone).or(range(LocalTime.MIDNIGHT, last, zone));
  }

  /**
   * Inverted, because as it stands Quartz's daily calendar also excludes the first millisecond of
   * every day.
   */
  private static Predicate<Instant> range(LocalTime first, LocalTime last, ZoneId zone) {
    DailyCalendar range = new DailyCalendar(first.format(QUARTZ_TIME), last.format(QUARTZ_TIME));
    range.setInvertTimeRange(true);
    range.setTimeZone(Schedule.timeZone(zone));
    return time -> range.isTimeIncluded(time.toEpochMilli());
  }

  private static Predicate<Instant> days(LocalDate from, LocalDate to, ZoneId zone) {
    if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to)) {
      throw new IllegalArgumentException(
          "a blackout of days must run forward and at most "
              + MOST_DAYS
              + " days, got "
              + from
              + ".."
              + to);
    }
    HolidayCalendar holidays = new HolidayCalendar(Schedule.timeZone(zone));
    from.datesUntil(to.plusDays(1))
        .forEach(day -> holidays.addExcludedDate(Date.from(day.atStartOfDay(zone).toInstant())));
    return time -> !holidays.isTimeIncluded(time.toEpochMilli());
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
