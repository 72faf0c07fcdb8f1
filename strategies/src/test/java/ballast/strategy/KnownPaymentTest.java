package ballast.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownPaymentTest {
  private static KnownPayment payment(String days) {
    return KnownPayment.parse(days + " 1000 USDT before 1d").get(0);
  }

  /**
   * Berlin puts its clock forward on 2025-03-30 at 02:00 and back on 2025-10-26 at 03:00; Santiago
   * back on 2025-04-06 and forward on 2025-09-07, both at midnight; Kathmandu is 5 h 45 min ahead
   * of UTC all year.
   */
  @ParameterizedTest
  @CsvSource({
    // an ordinary day, before and at the minute, and after it
    "daily 09:00 UTC, 2025-01-05T08:59:59Z, 2025-01-05T09:00:00Z",
    "daily 09:00 UTC, 2025-01-05T09:00:00Z, 2025-01-05T09:00:00Z",
    "daily 09:00 UTC, 2025-01-05T09:00:00.001Z, 2025-01-06T09:00:00Z",
    // the same local time in winter and in summer
    "daily 09:00 Europe/Berlin, 2025-03-29T00:00:00Z, 2025-03-29T08:00:00Z",
    "daily 09:00 Europe/Berlin, 2025-03-30T00:00:00Z, 2025-03-30T07:00:00Z",
    "daily 09:00 America/Santiago, 2025-04-05T00:00:00Z, 2025-04-05T12:00:00Z",
    "daily 09:00 America/Santiago, 2025-04-06T00:00:00Z, 2025-04-06T13:00:00Z",
    "daily 17:00 Asia/Kathmandu, 2025-07-01T00:00:00Z, 2025-07-01T11:15:00Z",
    // a local time that is skipped, and one that comes twice
    "daily 02:30 Europe/Berlin, 2025-03-30T00:00:00Z, 2025-03-30T01:30:00Z",
    "daily 02:30 Europe/Berlin, 2025-10-26T00:00:00Z, 2025-10-26T00:30:00Z",
    "daily 02:30 Europe/Berlin, 2025-10-26T00:30:00.001Z, 2025-10-27T01:30:00Z",
    "daily 00:00 America/Santiago, 2025-09-07T00:00:00Z, 2025-09-07T04:00:00Z",
    "daily 00:30 America/Santiago, 2025-09-07T00:00:00Z, 2025-09-07T04:30:00Z",
    // the local day is another than that of UTC
    "weekly FRI 03:00 Asia/Kathmandu, 2025-07-03T00:00:00Z, 2025-07-03T21:15:00Z",
    "weekly FRI 22:00 America/Santiago, 2025-07-04T00:00:00Z, 2025-07-05T02:00:00Z",
    "weekly MON 00:00 UTC, 2025-07-07T00:00:00Z, 2025-07-07T00:00:00Z",
    "weekly MON 00:00 UTC, 2025-07-07T00:00:01Z, 2025-07-14T00:00:00Z",
    // short months, a leap year, the turn of a year
    "monthly 31 12:00 UTC, 2025-01-31T12:00:01Z, 2025-02-28T12:00:00Z",
    "monthly 31 12:00 UTC, 2024-02-01T00:00:00Z, 2024-02-29T12:00:00Z",
    "monthly 30 12:00 UTC, 2025-12-30T12:00:01Z, 2026-01-30T12:00:00Z",
    "monthly 1 00:30 Europe/Berlin, 2025-12-31T23:00:00Z, 2025-12-31T23:30:00Z",
    "monthly 1 00:30 Asia/Kathmandu, 2025-12-31T18:45:00Z, 2025-12-31T18:45:00Z",
    // a single day
    "2025-10-26 09:00 Europe/Berlin, 2020-01-01T00:00:00Z, 2025-10-26T08:00:00Z",
    "2025-10-26 09:00 +05:45, 2020-01-01T00:00:00Z, 2025-10-26T03:15:00Z",
  })
  void fallsDueByTheClockOfItsZone(String days, String from, String due) {
    long next = payment(days).dueFrom(Instant.parse(from).toEpochMilli());
    assertThat(Instant.ofEpochMilli(next)).isEqualTo(Instant.parse(due));
  }

  @Test
  void isOverAfterItsOnlyDay() {
    long after = Instant.parse("2025-10-26T08:00:00.001Z").toEpochMilli();
    assertThat(payment("2025-10-26 09:00 Europe/Berlin").dueFrom(after))
        .isEqualTo(KnownPayment.NEVER);
  }

  /**
   * Forwards through four years of clock changes: never twice, never more than a day and an hour.
   */
  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "America/Santiago", "Asia/Kathmandu", "UTC"})
  void comesOnceADayInEveryZone(String zone) {
    KnownPayment payment = payment("daily 00:00 " + zone);
    long at = Instant.parse("2023-01-01T00:00:00Z").toEpochMilli();
    long due = payment.dueFrom(at);
    for (int day = 0; day < 4 * 365; day++) {
      long next = payment.dueFrom(due + 1);
      assertThat(next - due).isBetween(23 * 3_600_000L, 25 * 3_600_000L);
      assertThat(payment.dueFrom(next)).isEqualTo(next);
      due = next;
    }
  }

  @Test
  void readsSeveralAndNone() {
    List<KnownPayment> payments =
        KnownPayment.parse(
            "monthly 25 09:00 Europe/Berlin 80000 USDT before 1d;"
                + " weekly FRI 17:00 Asia/Kathmandu 0.5 USDT before 90m");
    assertThat(payments)
        .extracting(KnownPayment::amount)
        .containsExactly(Usdt.of(80_000), Usdt.parse("0.5"));
    assertThat(payments)
        .extracting(KnownPayment::leadMillis)
        .containsExactly(86_400_000L, 5_400_000L);
    assertThat(KnownPayment.parse("none")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing",
        "daily 9:00 UTC 1 USDT before 1h",
        "Daily 09:00 UTC 1 USDT before 1h",
        "daily  09:00 UTC 1 USDT before 1h",
        "daily 09:00 UTC 1 USDT",
        "daily 09:00 UTC 1 before 1h",
        "daily 09:00 UTC -1 USDT before 1h",
        "daily 09:00 1 USDT before 1h",
        "daily 09:00 UTC 1 USDT before 1h;",
        "monthly -1 09:00 UTC 1 USDT before 1h",
        "weekly friday 09:00 UTC 1 USDT before 1h",
      })
  void refusesAnotherForm(String text) {
    assertThatThrownBy(() -> KnownPayment.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a payment reads as in monthly 25");
  }

  @ParameterizedTest
  @CsvSource({
    "daily 24:00 UTC 1 USDT before 1h, no such time of day or zone in",
    "daily 09:00 Mars/Olympus 1 USDT before 1h, no such time of day or zone in",
    "2025-02-30 09:00 UTC 1 USDT before 1h, 'no such day: \"2025-02-30\"'",
    "monthly 32 09:00 UTC 1 USDT before 1h, 'a day of the month is 1 to 31, got 32'",
    "weekly FRX 09:00 UTC 1 USDT before 1h, 'a day of the week is MON, TUE, WED, THU, FRI, SAT or SUN, got \"FRX\"'",
    "daily 09:00 UTC 0 USDT before 1h, a payment must be positive",
    "daily 09:00 UTC 1 USDT before 25h, a payment may count at most 1d before it is due",
    "weekly FRI 09:00 UTC 1 USDT before 8d, a payment may count at most 7d before it is due",
    "monthly 1 09:00 UTC 1 USDT before 29d, a payment may count at most 28d before it is due",
    "daily 09:00 UTC 1 USDT before 1w, 'a time span is a whole number with ms, s, m, h or d, as in 30s, got \"1w\"'",
    "daily 09:00 UTC 1.123456789 USDT before 1h, an amount must be a plain decimal",
  })
  void refusesWhatCannotBe(String text, String message) {
    assertThatThrownBy(() -> KnownPayment.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void refusesMoreThanAMemoryHolds() {
    String many = "daily 09:00 UTC 1 USDT before 1h;".repeat(17);
    assertThatThrownBy(() -> KnownPayment.parse(many.substring(0, many.length() - 1)))
        .hasMessage("at most 16 payments can be known, got 17");
  }
}
