package ballast.strategy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** The days on which a known payment falls due, by the calendar of the payment's own zone. */
sealed interface Recurrence {
  /** The first such day that is not before this one; empty when there is none left. */
  Optional<LocalDate> onOrAfter(LocalDate day);

  /** How long before its due time a payment may be counted: the next must not be due by then. */
  int longestLeadDays();

  /** On one day. */
  record Once(LocalDate date) implements Recurrence {
    @Override
    public Optional<LocalDate> onOrAfter(LocalDate day) {
      return date.isBefore(day) ? Optional.empty() : Optional.of(date);
    }

    @Override
    public int longestLeadDays() {
      return 28;
    }
  }

  /** Every day. */
  record Daily() implements Recurrence {
    @Override
    public Optional<LocalDate> onOrAfter(LocalDate day) {
      return Optional.of(day);
    }

    @Override
    public int longestLeadDays() {
      return 1;
    }
  }

  /** On one day of every week. */
  record Weekly(DayOfWeek weekday) implements Recurrence {
    @Override
    public Optional<LocalDate> onOrAfter(LocalDate day) {
      return Optional.of(day.with(TemporalAdjusters.nextOrSame(weekday)));
    }

    @Override
    public int longestLeadDays() {
      return 7;
    }
  }

  /**
   * On one day of every month, and on the last one of a month that is shorter.
   *
   * @param number 1 to 31
   */
  record Monthly(int number) implements Recurrence {
    @Override
    public Optional<LocalDate> onOrAfter(LocalDate day) {
      YearMonth month = YearMonth.from(day);
      LocalDate date = in(month);
      return Optional.of(date.isBefore(day) ? in(month.plusMonths(1)) : date);
    }

    private LocalDate in(YearMonth month) {
      return month.atDay(Math.min(number, month.lengthOfMonth()));
    }

    @Override
    public int longestLeadDays() {
      return 28;
    }
  }
}
