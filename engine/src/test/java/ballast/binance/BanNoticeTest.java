package ballast.binance;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.binance.WeightBudget.Ban;
import ballast.venue.VenueFailure;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a tick that met a ban leaves behind is enough to observe the ban in another process. */
final class BanNoticeTest {
  private static final long AT = HandClock.START;

  private static String reason(VenueFailure failure) {
    return failure.kind() + ": " + failure.detail(); // as Tick journals it
  }

  @ParameterizedTest
  @CsvSource({
    "'Retry-After: 7200\r\n', x, 7200",
    "'', IP banned until 1772366520000., 120",
    "'', x, 600",
  })
  void isFoundInTheFirstAnswerAndInEveryLaterTick(String headers, String message, long seconds)
      throws IOException {
    try (Desk desk = new Desk()) {
      String body = "{\"code\":-1003,\"msg\":\"" + message + "\"}";
      desk.exchange.on(
          Endpoint.ACCOUNT, ScriptedExchange.status("418 I'm a teapot", headers, body));
      String first = reason(Desk.failure(desk.venue.account()));
      desk.clock.advance(Duration.ofSeconds(30));
      String later = reason(Desk.failure(desk.venue.account()));

      Ban expected = new Ban(AT + seconds * 1000, 1);
      assertThat(desk.budget.ban()).isEqualTo(expected);
      assertThat(BanNotice.read(first, AT, AT)).isEqualTo(expected);
      assertThat(BanNotice.read(later, AT + 30_000, AT + 30_000)).isEqualTo(expected);
    }
  }

  @Test
  void anotherVenueUnderTheBanThatWasReadSendsNothing() throws IOException {
    try (Desk desk = new Desk()) {
      Ban ban = BanNotice.read("THROTTLED: x; " + BanNotice.words(AT + 60_000), AT, AT + 1);
      WeightBudget budget = new WeightBudget(desk.clock, ban, () -> 0);
      BinanceVenue venue =
          new BinanceVenue(desk.access, desk.clock, budget, call -> desk.calls.add(call));
      Desk.failure(venue.account());
      Desk.failure(venue.holdings());
      Desk.failure(venue.serverTime());
      Desk.failure(venue.apiRestrictions());
      assertThat(desk.exchange.requests()).isEmpty();
      assertThat(desk.exchange.connections()).isZero();

      desk.clock.advance(Duration.ofMinutes(1));
      Desk.got(venue.account());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'UNREACHABLE: GET /x: HTTP 503'",
    "'THROTTLED: GET /x: HTTP 429 -1003 x'",
    "'REFUSED: GET /x: HTTP 400 -1102 HTTP 418'",
    "'THROTTLED: no call before tomorrow'",
    "'THROTTLED: no call before 99999-99-99TZ'",
    "''",
  })
  void othersAreNone(String reason) {
    assertThat(BanNotice.read(reason, AT, AT)).isEqualTo(Ban.NONE);
  }

  @Test
  void isOverAtItsEndAndIsNotBelievedBeyondTheLongestBan() {
    String soon = "THROTTLED: x; " + BanNotice.words(AT + 1000);
    assertThat(BanNotice.read(soon, AT, AT + 999)).isEqualTo(new Ban(AT + 1000, 1));
    assertThat(BanNotice.read(soon, AT, AT + 1000)).isEqualTo(Ban.NONE);
    assertThat(BanNotice.read(soon, AT, AT - Duration.ofDays(4).toMillis())).isEqualTo(Ban.NONE);
  }
}
