package ballast.binance;

import static ballast.binance.Desk.failure;
import static ballast.binance.Desk.got;
import static ballast.binance.ScriptedExchange.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import ballast.venue.VenueFailure;
import ballast.venue.VenueFailure.Kind;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused for not being as documented, or for contradicting itself. */
final class StrictAnswersTest {
  private final Desk desk = new Desk();

  StrictAnswersTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    desk.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"asset\":\"RWUSD\",\"amount\":\"1\"}",
        "{\"asset\":\"LDUSDT\"}",
        "{\"amount\":\"1\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":null}",
        "{\"asset\":\"LDUSDT\",\"amount\":\"\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":true}",
        "{\"asset\":\"LDUSDT\",\"amount\":[\"1\"]}",
        "{\"asset\":\"LDUSDT\",\"amount\":\"-1\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":\"+1\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":\"1,000\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":\" 1\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":\".5\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":\"1e5\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":\"1e999999999\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":1e999999999}",
        "{\"asset\":\"LDUSDT\",\"amount\":1e-999999999}",
        "{\"asset\":\"LDUSDT\",\"amount\":1e99999999999}",
        "{\"asset\":\"LDUSDT\",\"amount\":NaN}",
        "{\"asset\":\"LDUSDT\",\"amount\":\"NaN\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":\"999999999999999999\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":\"1\",\"amount\":\"2\"}",
        "{\"asset\":\"LDUSDT\",\"amount\":\"1\"} {}",
        "{\"asset\":\"LDUSDT\",\"amount\":\"1\"",
        "[{\"asset\":\"LDUSDT\",\"amount\":\"1\"}]",
        "{\"asset\":\"LDUSDT\",\"amount\":\"1\",\"x\":[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}",
        "<html>hello</html>",
        "null",
        ""
      })
  void refusesATransferableThatIsNotAsDocumented(String body) {
    desk.exchange.on(Endpoint.EARN_ASSET_BALANCE, json(body));

    assertThat(failure(desk.venue.transferable(Direction.EARN_TO_FUTURE)).kind())
        .isEqualTo(Kind.MALFORMED);
  }

  @Test
  void refusesANumberOf500Digits() {
    for (String quote : List.of("\"", "")) {
      desk.exchange.on(
          Endpoint.EARN_ASSET_BALANCE,
          json("{\"asset\":\"LDUSDT\",\"amount\":" + quote + "9".repeat(500) + quote + "}"));
      assertThat(failure(desk.venue.transferable(Direction.EARN_TO_FUTURE)).kind())
          .isEqualTo(Kind.MALFORMED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"12.5\"", "12.5", "\"12.500000001\"", "\"12.5\",\"new\":{\"x\":null}"})
  void acceptsTheNumberFormAFurtherDecimalAndAFurtherField(String amount) {
    desk.exchange.on(
        Endpoint.EARN_ASSET_BALANCE, json("{\"asset\":\"LDUSDT\",\"amount\":" + amount + "}"));

    assertThat(got(desk.venue.transferable(Direction.EARN_TO_FUTURE)).amount())
        .isEqualTo(Usdt.parse("12.5"));
  }

  static Stream<Arguments> contradictions() {
    return Stream.of(
        arguments("5167.92171923", "5100.0", Kind.MALFORMED),
        arguments("5167.92171923", "5194.0", Kind.MALFORMED),
        arguments("5167.92171923", "5150.0", null),
        arguments("5167.92171923", "5190.0", null),
        arguments("122607.35137903", "-5.0", Kind.MALFORMED),
        arguments(
            "\"accountMaintMargin\":\"23.72469206\"",
            "\"accountMaintMargin\":\"-1\"",
            Kind.MALFORMED),
        arguments(
            "\"accountMaintMargin\":\"23.72469206\"",
            "\"accountMaintMargin\":\"0.00000000\"",
            null),
        arguments(
            "\"accountEquity\":\"122607.35137903\"", "\"accountEquity\":\"\"", Kind.MALFORMED),
        arguments(
            "\"accountEquity\":\"122607.35137903\"",
            "\"accountEquity\":\"122,607.35137903\"",
            Kind.MALFORMED),
        arguments("NORMAL", "FINE", Kind.MALFORMED),
        arguments("PM_1", "PM_9", Kind.MALFORMED));
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("contradictions")
  void refusesAnAccountThatContradictsItself(String from, String to, @Nullable Kind expected) {
    assertThat(Desk.ACCOUNT).contains(from);
    desk.exchange.on(Endpoint.ACCOUNT, json(Desk.ACCOUNT.replace(from, to)));

    assertThat(desk.venue.account().<Object>match(got -> "got", VenueFailure::kind))
        .isEqualTo(expected == null ? "got" : expected);
  }

  @Test
  void readsAnAccountWithoutMarginWhateverItsUniMmr() {
    String flat = Desk.ACCOUNT.replace("\"23.72469206\"", "\"0\"");
    for (String endless : List.of("0", "99999999999", "999999999999999999999")) {
      desk.exchange.on(Endpoint.ACCOUNT, json(flat.replace("5167.92171923", endless)));
      assertThat(got(desk.venue.account()).maintenanceMargin()).isEqualTo(Usdt.ZERO);
    }
    assertThat(got(desk.venue.account()).uniMmr()).isEqualTo(new Ratio(Long.MAX_VALUE));
  }

  @Test
  void readsAnAccountWithNegativeEquity() {
    desk.exchange.on(
        Endpoint.ACCOUNT,
        json(
            Desk.ACCOUNT
                .replace("122607.35137903", "-5.5")
                .replace("5167.92171923", "-0.23182598")
                .replace("NORMAL", "BANKRUPTED")));

    assertThat(got(desk.venue.account()).equity()).isEqualTo(Usdt.parseSigned("-5.5"));
  }
}
