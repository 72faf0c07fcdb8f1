package ballast.binance;

import static ballast.binance.Desk.failure;
import static ballast.binance.Desk.got;
import static ballast.binance.ScriptedExchange.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ballast.strategy.AccountSnapshot;
import ballast.strategy.AccountStatus;
import ballast.strategy.Collateral;
import ballast.strategy.Direction;
import ballast.strategy.Ratio;
import ballast.strategy.Transferable;
import ballast.strategy.Usdt;
import ballast.venue.ApiCall;
import ballast.venue.Funding;
import ballast.venue.Holdings;
import ballast.venue.VenueFailure.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of the exchange's documented answers. */
final class ReadingsTest {
  private final Desk desk = new Desk();

  ReadingsTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    desk.close();
  }

  @Test
  void readsTheDocumentedAccountWithItsCommaAndItsEmptyText() {
    assertThat(got(desk.venue.account()))
        .isEqualTo(
            new AccountSnapshot(
                HandClock.START,
                Usdt.parse("122607.35137903"),
                Usdt.parse("142607.35137903"),
                Usdt.parse("23.72469206"),
                Ratio.parse("5167.92171923"),
                AccountStatus.NORMAL,
                Usdt.parse("500.25")));
  }

  @Test
  void tellsOfEveryCallThatWentOut() {
    desk.venue.account();

    assertThat(desk.calls)
        .extracting(ApiCall::method, ApiCall::path, ApiCall::httpStatus, ApiCall::weight)
        .containsExactly(
            tuple("GET", "/api/v3/time", 200, 1),
            tuple("GET", "/sapi/v1/portfolio/account", 200, 5),
            tuple("GET", "/sapi/v1/portfolio/balance", 200, 20));
  }

  @Test
  void keepsItsConnectionBetweenReadings() {
    for (int i = 0; i < 5; i++) {
      got(desk.venue.account());
    }
    assertThat(desk.exchange.connections()).isEqualTo(1);
  }

  @Test
  void sendsTheKeyToNoEndpointThatDoesNotAskForIt() {
    desk.venue.serverTime();
    desk.venue.systemStatus();

    assertThat(desk.exchange.requests())
        .hasSize(2)
        .allMatch(request -> request.header("X-MBX-APIKEY").isEmpty());
  }

  @Test
  void signsTheQueryExactlyAsItIsSent() {
    got(desk.venue.transferable(Direction.FUTURE_TO_EARN));

    String query = desk.exchange.requests(Endpoint.EARN_ASSET_BALANCE).get(0).parameters();
    String payload =
        "asset=LDUSDT&transferType=FUTURE_TO_EARN&recvWindow=5000&timestamp=" + HandClock.START;
    assertThat(query).isEqualTo(payload + "&signature=" + Desk.signer().sign(payload, ""));
  }

  @Test
  void stampsByTheExchangesClock() {
    desk.exchange.on(Endpoint.TIME, Desk.time(HandClock.START + 7_777));

    desk.venue.account();

    assertThat(desk.exchange.requests(Endpoint.ACCOUNT).get(0).parameters())
        .contains("timestamp=" + (HandClock.START + 7_777) + "&");
  }

  @Test
  void readsASpanAccountByTheSecondVersion() {
    String span = Desk.ACCOUNT.replace("PM_1", "PM_3");
    desk.exchange.on(Endpoint.ACCOUNT, json(span)).on(Endpoint.ACCOUNT_SPAN, json(span));

    got(desk.venue.account());
    got(desk.venue.account());

    assertThat(desk.exchange.requests(Endpoint.ACCOUNT)).hasSize(1);
    assertThat(desk.exchange.requests(Endpoint.ACCOUNT_SPAN)).hasSize(2);
    got(desk.venue(desk.access.withSpan()).account());
    assertThat(desk.exchange.requests(Endpoint.ACCOUNT)).hasSize(1);
  }

  @Test
  void refusesARetailAccount() {
    desk.exchange.on(Endpoint.ACCOUNT, json(Desk.ACCOUNT.replace("PM_1", "PM_2")));

    assertThat(failure(desk.venue.account()).kind()).isEqualTo(Kind.FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{\"asset\":\"USDT\",\"umWalletBalance\":\"5\"}]"})
  void takesAMissingRowForZero(String body) {
    desk.exchange.on(Endpoint.BALANCE, json(body));

    assertThat(got(desk.venue.account()).ldusdtInFutures()).isEqualTo(Usdt.ZERO);
  }

  @Test
  void readsTransferableWithItsTiersInOrder() {
    assertThat(got(desk.venue.transferable(Direction.EARN_TO_FUTURE)))
        .isEqualTo(
            new Transferable(
                Direction.EARN_TO_FUTURE,
                Usdt.parse("0.55"),
                new Collateral(
                    Ratio.parse("0.9998"),
                    List.of(
                        new Collateral.Tier(Usdt.ZERO, Usdt.of(1_200_000), Ratio.parse("0.999")),
                        new Collateral.Tier(
                            Usdt.of(1_200_000), Usdt.of(2_000_000), Ratio.parse("0.975"))))));
  }

  @Test
  void asksForTiersHourlyAndForThePriceEveryFiveMinutes() {
    for (int minute = 0; minute < 61; minute++) {
      got(desk.venue.transferable(Direction.EARN_TO_FUTURE));
      desk.clock.advance(Duration.ofMinutes(1));
    }
    assertThat(desk.exchange.requests(Endpoint.COLLATERAL_RATE)).hasSize(2);
    assertThat(desk.exchange.requests(Endpoint.ASSET_INDEX_PRICE)).hasSize(13);
  }

  @Test
  void spendsNo1500WithoutKnowingTheCollateral() {
    desk.exchange.on(Endpoint.COLLATERAL_RATE, json("[]"));

    assertThat(failure(desk.venue.transferable(Direction.EARN_TO_FUTURE)).kind())
        .isEqualTo(Kind.MALFORMED);
    assertThat(desk.exchange.requests(Endpoint.EARN_ASSET_BALANCE)).isEmpty();
  }

  @Test
  void readsALargeTierTable() {
    String other =
        "{\"asset\":\"X%d\",\"collateralInfo\":[{\"tierFloor\":\"0.0000\",\"tierCap\":\"1000.0000\",\"collateralRate\":\"1.0000\",\"cum\":\"0.0000\"}]},";
    StringBuilder table = new StringBuilder("[");
    for (int i = 0; i < 2_000; i++) {
      table.append(other.formatted(i));
    }
    desk.exchange.on(Endpoint.COLLATERAL_RATE, json(table + Desk.COLLATERAL.strip().substring(1)));

    got(desk.venue.transferable(Direction.EARN_TO_FUTURE));
  }

  /**
   * One long of 60,000 pays 18.6, ten short of 3,000 receive 3; the delivery contract pays none.
   */
  @Test
  void addsUpTheFundingThatIsForetoldRoundedAgainstTheAccount() {
    assertThat(got(desk.venue.funding()))
        .isEqualTo(new Funding(Usdt.parse("15.60000001"), OptionalLong.of(1_772_380_800_000L)));
    assertThat(desk.calls)
        .extracting(ApiCall::path, ApiCall::weight)
        .contains(tuple("/fapi/v3/positionRisk", 5), tuple("/fapi/v1/premiumIndex", 10));
    assertThat(desk.exchange.requests(Endpoint.PREMIUM_INDEX))
        .allMatch(request -> request.header("X-MBX-APIKEY").isEmpty());
  }

  @Test
  void takesOfTheFundingWhatIsDueFirst() {
    desk.exchange.on(
        Endpoint.PREMIUM_INDEX,
        json(Desk.PREMIUM_INDEX.replaceFirst("1772380800000", "1772370000000")));
    assertThat(got(desk.venue.funding()))
        .isEqualTo(new Funding(Usdt.parse("18.60000001"), OptionalLong.of(1_772_370_000_000L)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"429 Too Many Requests", "418 Teapot", "403 Forbidden"})
  void readsTheAccountWhileTheFuturesHostIsClosed(String status) {
    desk.exchange.on(Endpoint.POSITION_RISK, ScriptedExchange.status(status, "", ""));
    assertThat(got(desk.venue.account()).equity().isPositive()).isTrue();
    failure(desk.venue.funding());
    assertThat(failure(desk.venue.funding()).kind()).isEqualTo(Kind.THROTTLED);
    assertThat(desk.exchange.requests(Endpoint.POSITION_RISK)).hasSize(1);
    got(desk.venue.account());
  }

  @Test
  void asksForNoRatesWithoutAPosition() {
    desk.exchange.on(Endpoint.POSITION_RISK, json("[]"));
    assertThat(got(desk.venue.funding())).isEqualTo(Funding.NONE);
    assertThat(desk.exchange.requests(Endpoint.PREMIUM_INDEX)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{\"symbol\":\"BTCUSDT\"}]",
        "[{\"symbol\":\"BTCUSDT\",\"markPrice\":\"0\",\"lastFundingRate\":\"0.1\",\"nextFundingTime\":1772380800000}]",
        "[{\"symbol\":\"BTCUSDT\",\"markPrice\":\"1\",\"lastFundingRate\":\"\",\"nextFundingTime\":1772380800000}]",
        "[{\"symbol\":\"BTCUSDT\",\"markPrice\":\"1\",\"lastFundingRate\":\"0.1\",\"nextFundingTime\":12}]",
        "[{\"symbol\":\"BTCUSDT\",\"markPrice\":\"999999999999999\",\"lastFundingRate\":\"0.1\",\"nextFundingTime\":1772380800000}]"
      })
  void refusesRatesThatAreIncompleteOrBeyondRange(String body) {
    desk.exchange
        .on(Endpoint.POSITION_RISK, json("[{\"symbol\":\"BTCUSDT\",\"positionAmt\":\"1000000\"}]"))
        .on(Endpoint.PREMIUM_INDEX, json(body));
    assertThat(failure(desk.venue.funding()).kind()).isEqualTo(Kind.MALFORMED);
  }

  @Test
  void addsUpTheFlexiblePosition() {
    desk.exchange.on(
        Endpoint.FLEXIBLE_POSITION,
        json(
            "{\"rows\":[{\"asset\":\"USDT\",\"totalAmount\":\"75.46\"},{\"asset\":\"USDT\",\"totalAmount\":\"0.04\"}],\"total\":\"2\"}"));

    assertThat(got(desk.venue.holdings()))
        .isEqualTo(new Holdings(HandClock.START, Usdt.parse("75.5"), Usdt.parse("500.25")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"rows\":[],\"total\":1}",
        "{\"rows\":[{\"asset\":\"BTC\",\"totalAmount\":\"1\"}],\"total\":1}",
        "{\"rows\":{},\"total\":0}",
        "{\"total\":0}"
      })
  void refusesAPositionThatIsIncompleteOrOfAnotherAsset(String body) {
    desk.exchange.on(Endpoint.FLEXIBLE_POSITION, json(body));

    assertThat(failure(desk.venue.holdings()).kind()).isEqualTo(Kind.MALFORMED);
  }
}
