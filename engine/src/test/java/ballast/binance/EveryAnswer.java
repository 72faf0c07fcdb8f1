package ballast.binance;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Careful;
import ballast.strategy.Collateral;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import ballast.venue.Funding;
import ballast.venue.Reading;
import ballast.venue.TransferOutcome;
import ballast.venue.VenueFailure;
import java.util.List;
import java.util.Map;
import okhttp3.Headers;

/** Reads one body as the answer of every endpoint, and holds what was read to its bounds. */
final class EveryAnswer {
  static final List<String> REAL =
      List.of(
          Desk.ACCOUNT,
          Desk.BALANCE,
          Desk.COLLATERAL,
          Desk.INDEX_PRICE,
          Desk.POSITION,
          Desk.RESTRICTIONS,
          Desk.POSITIONS,
          Desk.PREMIUM_INDEX,
          "{\"serverTime\":1772366400000}",
          "{\"status\":0,\"msg\":\"normal\"}",
          "{\"asset\":\"LDUSDT\",\"amount\":\"400000.12345678\"}",
          "{\"msg\":\"success\"}",
          "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}",
          "{\"code\":-1003,\"msg\":\"Way too many requests; IP banned until 1772366400000.\"}");

  private static final Positions HELD = new Positions(Map.of("BTCUSDT", Usdt.of(1)));
  private static final Trip TRIP = new Trip(0, 0, 0);

  private EveryAnswer() {}

  /** True when some endpoint took it for its answer. */
  static boolean read(String body) {
    boolean taken = accepted(Endpoint.TIME, body, Shapes::serverTime, EveryAnswer::time);
    taken |=
        accepted(
            Endpoint.SYSTEM_STATUS, body, Shapes::systemStatus, status -> plain(status.message()));
    taken |= accepted(Endpoint.API_RESTRICTIONS, body, ApiRestrictions::read, EveryAnswer::flags);
    taken |= accepted(Endpoint.ACCOUNT, body, PortfolioAccount::read, EveryAnswer::account);
    taken |= accepted(Endpoint.BALANCE, body, Shapes::futuresBalance, EveryAnswer::notNegative);
    taken |=
        accepted(
            Endpoint.EARN_ASSET_BALANCE, body, Shapes::earnAssetBalance, EveryAnswer::notNegative);
    taken |=
        accepted(
            Endpoint.FLEXIBLE_POSITION, body, Shapes::flexiblePosition, EveryAnswer::notNegative);
    taken |= accepted(Endpoint.ASSET_INDEX_PRICE, body, Shapes::indexPrice, ratio -> {});
    taken |= accepted(Endpoint.COLLATERAL_RATE, body, Shapes::collateralTiers, EveryAnswer::tiers);
    taken |= accepted(Endpoint.POSITION_RISK, body, Positions::read, EveryAnswer::positions);
    taken |= accepted(Endpoint.PREMIUM_INDEX, body, HELD::funding, EveryAnswer::funding);
    signals(body);
    return transfer(body) || taken;
  }

  private interface Bounds<T> {
    void hold(T value);
  }

  private static <T> boolean accepted(
      Endpoint endpoint, String body, Calls.Shape<T> shape, Bounds<T> bounds) {
    Reading<T> reading =
        Careful.read(body, text -> understood(endpoint, 200, text, shape)).orElseThrow();
    return reading.match(
        value -> {
          bounds.hold(value);
          return true;
        },
        failure -> {
          assertThat(failure.kind()).isEqualTo(VenueFailure.Kind.MALFORMED);
          plain(failure.detail());
          return false;
        });
  }

  private static <T> Reading<T> understood(
      Endpoint endpoint, int status, String body, Calls.Shape<T> shape) {
    return Calls.understood(endpoint, new Sent.Answer(status, body, TRIP), shape);
  }

  /** Done needs the documented success, rejected the proof in a code; nothing else is either. */
  private static boolean transfer(String body) {
    boolean done = classify(200, body) instanceof TransferOutcome.Done;
    if (done) {
      assertThat(body).contains("msg").doesNotContain("\"code\"");
    }
    for (int status : List.of(100, 204, 302, 400, 408, 421, 429, 500, 503)) {
      TransferOutcome outcome = classify(status, body);
      assertThat(outcome)
          .isNotInstanceOfAny(TransferOutcome.Done.class, TransferOutcome.NotSent.class);
      if (outcome instanceof TransferOutcome.Rejected rejected) {
        assertThat(status).isIn(400, 429);
        assertThat(ErrorClass.of(rejected.code()).provesNothingMoved()).isTrue();
        plain(rejected.message());
      }
    }
    return done;
  }

  private static TransferOutcome classify(int status, String body) {
    return Careful.read(body, text -> TransferAnswer.classify(new Sent.Answer(status, text, TRIP)))
        .orElseThrow();
  }

  private static void signals(String body) {
    LimitSignals signals =
        Careful.read(body, text -> LimitSignals.of(new Headers.Builder().build(), text))
            .orElseThrow();
    signals
        .bannedUntilMillis()
        .ifPresent(until -> assertThat(until).isBetween(0L, 9_999_999_999_999L));
  }

  private static void time(long millis) {
    assertThat(millis).isBetween(1_577_836_800_000L, 4_102_444_799_999L);
  }

  private static void notNegative(Usdt amount) {
    assertThat(amount.isNegative()).isFalse();
  }

  private static void positions(Positions positions) {
    assertThat(positions.amounts()).doesNotContainValue(Usdt.ZERO);
  }

  private static void funding(Funding funding) {
    funding.dueMillis().ifPresent(EveryAnswer::time);
  }

  private static void account(PortfolioAccount account) {
    notNegative(account.maintenanceMargin());
    if (account.maintenanceMargin().isPositive() && !account.equity().isPositive()) {
      assertThat(account.uniMmr().isPositive()).isFalse();
    }
  }

  private static void flags(ApiRestrictions restrictions) {
    time(restrictions.createTimeMillis());
    assertThat(restrictions.granted())
        .hasSizeLessThanOrEqualTo(ApiRestrictions.Flag.values().length);
    restrictions.unknown().forEach(EveryAnswer::plain);
  }

  private static void tiers(List<Collateral.Tier> tiers) {
    for (Collateral.Tier tier : tiers) {
      assertThat(tier.floor()).isLessThan(tier.cap()).isGreaterThanOrEqualTo(Usdt.ZERO);
      assertThat(tier.rate()).isBetween(Ratio.ZERO, Ratio.ONE);
    }
  }

  private static void plain(String line) {
    assertThat(line.length()).isLessThan(400);
    Careful.plainLine(line);
  }
}
