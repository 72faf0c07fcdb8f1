package ballast.binance;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.binance.WeightBudget.Ban;
import ballast.binance.WeightBudget.Scope;
import ballast.binance.WeightBudget.Use;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WeightBudgetTest {
  private final HandClock clock = new HandClock();
  private final WeightBudget budget = new WeightBudget(clock);

  private boolean admits(Endpoint endpoint, String account) {
    return budget.refusal(endpoint, account).isEmpty();
  }

  private int admitted(Endpoint endpoint, String account) {
    int admitted = 0;
    while (admits(endpoint, account)) {
      admitted++;
    }
    return admitted;
  }

  private void learn(Endpoint endpoint, int status, int code, String body, String... headers) {
    budget.learn(endpoint, "a", status, code, LimitSignals.of(Headers.of(headers), body));
  }

  @Test
  void letsEightBalanceReadsOutInAMinuteForTheWholeIp() {
    assertThat(admitted(Endpoint.EARN_ASSET_BALANCE, "a")).isEqualTo(8);
    assertThat(admits(Endpoint.EARN_ASSET_BALANCE, "b")).isFalse();

    clock.advance(Duration.ofMillis(59_999));
    assertThat(admits(Endpoint.EARN_ASSET_BALANCE, "a")).isFalse();
    clock.advance(Duration.ofMillis(1));
    assertThat(admitted(Endpoint.EARN_ASSET_BALANCE, "b")).isEqualTo(8);
  }

  @Test
  void countsTransfersPerAccount() {
    assertThat(admitted(Endpoint.EARN_ASSET_TRANSFER, "a")).isEqualTo(120);
    assertThat(admitted(Endpoint.EARN_ASSET_TRANSFER, "b")).isEqualTo(120);
  }

  @Test
  void givesEveryEndpointAWindowOfItsOwn() {
    admitted(Endpoint.EARN_ASSET_BALANCE, "a");

    assertThat(admitted(Endpoint.BALANCE, "a")).isEqualTo(600);
  }

  @Test
  void neverExceedsTheLimitInAnySlidingMinute() {
    long seed = 20260301;
    System.out.println("weight budget seed " + seed);
    Random random = new Random(seed);
    List<Long> sent = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      clock.advance(Duration.ofMillis(random.nextInt(5_000)));
      if (admits(Endpoint.EARN_ASSET_BALANCE, "a")) {
        sent.add(clock.millis());
      }
    }
    assertThat(sent).hasSizeGreaterThan(1_000);
    for (int i = 8; i < sent.size(); i++) {
      assertThat(sent.get(i) - sent.get(i - 8)).isGreaterThanOrEqualTo(60_000);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-SAPI-USED-IP-WEIGHT-1M",
        "x-sapi-used-ip-weight-1m",
        "X-Sapi-Used-Ip-Weight-1S"
      })
  void believesTheExchangeWhenItHasCountedMore(String header) {
    learn(Endpoint.EARN_ASSET_BALANCE, 200, 0, "", header, "9000");

    assertThat(admitted(Endpoint.EARN_ASSET_BALANCE, "a")).isEqualTo(2);
  }

  @Test
  void believesTheExchangeAboutAnAccountToo() {
    learn(Endpoint.EARN_ASSET_TRANSFER, 200, 0, "", "X-SAPI-USED-UID-WEIGHT-1M", "177000");

    assertThat(admitted(Endpoint.EARN_ASSET_TRANSFER, "a")).isEqualTo(2);
    assertThat(admitted(Endpoint.EARN_ASSET_TRANSFER, "b")).isEqualTo(120);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "many", "-1", "1e9", "99999999999999999999"})
  void ignoresHeadersThatAreNoNumbers(String value) {
    learn(Endpoint.EARN_ASSET_BALANCE, 200, 0, "", "X-SAPI-USED-IP-WEIGHT-1M", value);

    assertThat(admitted(Endpoint.EARN_ASSET_BALANCE, "a")).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({"0, 60", "30, 60", "90, 90", "99999999, 259200"})
  void closesForAMinuteAtLeastAfter429(String retryAfter, long seconds) {
    learn(Endpoint.BALANCE, 429, -1003, "", "Retry-After", retryAfter);

    clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
    assertThat(admits(Endpoint.TIME, "b")).isFalse();
    clock.advance(Duration.ofMillis(1));
    assertThat(admits(Endpoint.TIME, "b")).isTrue();
  }

  @Test
  void comesBackUpToATenthLaterThanAskedAndNeverEarlier() {
    Random random = new Random(20260301);
    long least = Long.MAX_VALUE;
    long most = 0;
    for (int i = 0; i < 200; i++) {
      WeightBudget jittered = new WeightBudget(clock, Ban.NONE, random);
      jittered.refusal(Endpoint.BALANCE, "a");
      jittered.learn(
          Endpoint.BALANCE, "a", 429, -1003, LimitSignals.of(Headers.of("Retry-After", "90"), ""));
      long closed = jittered.uses().get(0).closedUntilMillis() - clock.millis();
      least = Math.min(least, closed);
      most = Math.max(most, closed);
    }
    assertThat(least).isBetween(90_000L, 90_500L);
    assertThat(most).isBetween(98_500L, 99_000L);
  }

  @Test
  void closesForOneAccountAloneWhereTheAccountIsCounted() {
    learn(Endpoint.ACCOUNT, 429, 0, "");

    assertThat(admits(Endpoint.EARN_ASSET_TRANSFER, "a")).isFalse();
    assertThat(admits(Endpoint.EARN_ASSET_TRANSFER, "b")).isTrue();
  }

  @Test
  void staysBannedUntilTheNamedMomentWhateverTheEndpoint() {
    long until = clock.millis() + 300_000;
    learn(Endpoint.BALANCE, 418, -1003, "{\"msg\":\"IP banned until " + until + ". Please\"}");

    assertThat(budget.ban()).isEqualTo(new Ban(until, 1));
    clock.advance(Duration.ofMillis(299_999));
    assertThat(budget.refusal(Endpoint.TIME, "b").orElseThrow())
        .contains("banned this IP")
        .contains("2026-03-01T12:05:00Z");
    clock.advance(Duration.ofMillis(1));
    assertThat(admits(Endpoint.TIME, "b")).isTrue();
  }

  @Test
  void doublesTheWaitWhenBansGiveNoTimeAndForgetsThemAfterAGoodAnswer() {
    for (long minutes : new long[] {10, 20, 40}) {
      learn(Endpoint.BALANCE, 418, 0, "");
      assertThat(budget.ban().untilMillis() - clock.millis()).isEqualTo(minutes * 60_000);
      clock.advance(Duration.ofMinutes(minutes));
    }
    learn(Endpoint.BALANCE, 200, 0, "");
    learn(Endpoint.BALANCE, 418, 0, "");
    assertThat(budget.ban().untilMillis() - clock.millis()).isEqualTo(600_000);
  }

  @Test
  void neverWaitsLongerThanThreeDaysForABan() {
    for (int i = 0; i < 40; i++) {
      learn(Endpoint.BALANCE, 418, 0, "");
    }
    assertThat(budget.ban().untilMillis() - clock.millis()).isEqualTo(3L * 24 * 3_600_000);
  }

  @Test
  void goesOnUnderABanAfterARestart() {
    learn(Endpoint.BALANCE, 418, -1003, "", "Retry-After", "600");

    WeightBudget restarted = new WeightBudget(clock, budget.ban(), () -> 0);

    assertThat(restarted.refusal(Endpoint.TIME, "a")).isPresent();
    clock.advance(Duration.ofMinutes(10));
    assertThat(restarted.refusal(Endpoint.TIME, "a")).isEmpty();
  }

  @Test
  void pausesForTheFirewallButNotForARefusalWithACode() {
    learn(Endpoint.BALANCE, 403, -2015, "");
    assertThat(admits(Endpoint.TIME, "a")).isTrue();

    learn(Endpoint.BALANCE, 403, 0, "<html>");
    assertThat(admits(Endpoint.TIME, "a")).isFalse();
  }

  @Test
  void holdsTheWeightForOneMinuteAndNoLongerWhenTheClockIsSetBack() {
    admitted(Endpoint.EARN_ASSET_BALANCE, "a");
    clock.setBack(Duration.ofHours(1));

    assertThat(admits(Endpoint.EARN_ASSET_BALANCE, "a")).isFalse();
    clock.advance(Duration.ofMinutes(1));
    assertThat(admits(Endpoint.EARN_ASSET_BALANCE, "a")).isTrue();
  }

  @Test
  void showsItsWindows() {
    admits(Endpoint.EARN_ASSET_TRANSFER, "a");
    admits(Endpoint.BALANCE, "a");
    learn(Endpoint.ACCOUNT, 429, 0, "", "X-SAPI-USED-UID-WEIGHT-1M", "10");
    long closed = clock.millis() + 60_000;

    assertThat(budget.uses())
        .containsExactly(
            new Use("GET /sapi/v1/portfolio/account", Scope.UID, "a", 10, 180_000, closed),
            new Use("GET /sapi/v1/portfolio/balance", Scope.IP, "", 20, 12_000, 0),
            new Use(
                "POST /sapi/v1/portfolio/earn-asset-transfer",
                Scope.UID,
                "a",
                1_500,
                180_000,
                closed));
  }

  @Test
  void admitsNoMoreWhenSeveralAccountsAskAtOnce() throws ExecutionException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> counts = new ArrayList<>();
      for (String account : List.of("a", "b", "c", "d")) {
        counts.add(threads.submit(() -> admitted(Endpoint.BALANCE, account)));
      }
      int sum = 0;
      for (Future<Integer> count : counts) {
        sum += count.get();
      }
      assertThat(sum).isEqualTo(600);
    } finally {
      threads.shutdownNow();
    }
  }
}
