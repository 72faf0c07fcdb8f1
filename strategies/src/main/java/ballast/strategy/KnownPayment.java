package ballast.strategy;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A payment that the account is known to make: payroll, a withdrawal, an expiry. A local time that
 * a clock change skips falls due as much later as the clock was put forward; one that comes twice,
 * the first time.
 *
 * @param days on which it falls due
 * @param time of day
 * @param zone whose calendar and clock these are
 * @param amount USD of margin value, positive
 * @param leadMillis how long before it is due the amount must be there
 */
record KnownPayment(Recurrence days, LocalTime time, ZoneId zone, Usdt amount, long leadMillis) {
  /** {@link #dueFrom} of a payment that is over for good. */
  static final long NEVER = Long.MAX_VALUE;

  private static final int MOST = 16;
  private static final String NONE = "none";
  private static final String FORM =
      "a payment reads as in monthly 25 09:00 Europe/Berlin 80000 USDT before 1d";
  private static final Pattern PAYMENT =
      Pattern.compile(
          "(?<days>[0-9]{4}-[0-9]{2}-[0-9]{2}|daily|weekly [A-Z]{3}|monthly [0-9]{1,2})"
              + " (?<time>[0-9]{2}:[0-9]{2})"
              + " (?<zone>[A-Za-z0-9_+:/-]{1,40})"
              + " (?<amount>[0-9.]{1,27} USDT)"
              + " before (?<lead>[0-9]{1,9}[a-z]{1,2})");

  /**
   * Reads payments with semicolons between them, or {@code none}.
   *
   * @throws IllegalArgumentException in one plain line: what is expected and what was found
   */
  static List<KnownPayment> parse(String text) {
    if (text.equals(NONE)) {
      return List.of();
    }
    List<KnownPayment> payments =
        Arrays.stream(text.split("; ?", -1)).map(KnownPayment::payment).toList();
    if (payments.size() > MOST) {
      throw new IllegalArgumentException(
          "at most " + MOST + " payments can be known, got " + payments.size());
    }
    return payments;
  }

  private static KnownPayment payment(String text) {
    Matcher found = PAYMENT.matcher(text);
    if (!found.matches()) {
      throw new IllegalArgumentException(FORM + ", got " + Quotation.of(text));
    }
    Recurrence days = days(found.group("days"));
    Usdt amount = Parameter.Kind.money(found.group("amount"));
    Duration lead = Parameter.Kind.duration(found.group("lead"));
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("a payment must be positive, got " + Quotation.of(text));
    }
    if (lead.compareTo(Duration.ofDays(days.longestLeadDays())) > 0) {
      throw new IllegalArgumentException(
          "a payment may count at most "
              + days.longestLeadDays()
              + "d before it is due, got "
              + Quotation.of(text));
    }
    try {
      return new KnownPayment(
          days,
          LocalTime.parse(found.group("time")),
          ZoneId.of(found.group("zone")),
          amount,
          lead.toMillis());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no such time of day or zone in " + Quotation.of(text), e);
    }
  }

  private static Recurrence days(String text) {
    if (text.equals("daily")) {
      return new Recurrence.Daily();
    }
    String[] words = text.split(" ");
    return switch (words[0]) {
      case "weekly" -> new Recurrence.Weekly(weekday(words[1]));
      case "monthly" -> new Recurrence.Monthly(number(words[1]));
      default -> new Recurrence.Once(date(text));
    };
  }

  private static DayOfWeek weekday(String text) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().substring(0, 3).equals(text.toUpperCase(Locale.ROOT)))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a day of the week is MON, TUE, WED, THU, FRI, SAT or SUN, got "
                        + Quotation.of(text)));
  }

  private static int number(String text) {
    int number = Integer.parseInt(text);
    if (number < 1 || number > 31) {
      throw new IllegalArgumentException("a day of the month is 1 to 31, got " + number);
    }
    return number;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no such day: " + Quotation.of(text), e);
    }
  }

  /** When it falls due next, not before this time; epoch milliseconds, or {@link #NEVER}. */
  long dueFrom(long millis) {
    LocalDate day = Instant.ofEpochMilli(millis).atZone(zone).toLocalDate().minusDays(1);
    while (true) {
      Optional<LocalDate> date = days.onOrAfter(day);
      if (date.isEmpty()) {
        return NEVER;
      }
      long due = ZonedDateTime.of(date.get(), time, zone).toInstant().toEpochMilli();
      if (due >= millis) {
        return due;
      }
      day = date.get().plusDays(1);
    }
  }
}
