package ballast.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.Careful;
import ballast.market.MarketFileException;
import ballast.strategy.Ratio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads one text as a scenario and as a plan of faults, and holds what was read to its bounds. */
final class EveryScenario {
  static final List<String> SCENARIOS =
      List.of(
          """
          name: two-days
          title: Two days
          reconstructed: true
          prices:
            step: 30m
            seed: 7
            days:
              2026-04-01: [68280, 69310, 67580, 68110]
              2026-04-02: [68110, 68650, 65710, 66900]
          funding: {rate: -0.01%}
          apr: {rate: 1%}
          tick: 10m
          account:
            symbol: BTCUSDT
            notional: -1000000 USDT
            strikes-monthly: true
            brackets:
              - {floor: 0 USDT, cap: 5000000 USDT, rate: 5%, quick-amount: 0 USDT}
              - {floor: 5000000 USDT, cap: 50000000 USDT, rate: 10%, quick-amount: 250000 USDT}
            ldusdt-in-futures: 400000 USDT
            ldusdt-in-earn: 700000 USDT
            usdt: -10 USDT
            index-price: 1
            tiers:
              - {floor: 0 USDT, cap: 1200000 USDT, rate: 99.9%}
              - {floor: 1200000 USDT, cap: 2000000 USDT, rate: 97.5%}
            usdt-interest: 8%
            interest-free: 0 USDT
          demo:
            strategy: target-band
            parameters: {low: 5x, low-target: 7x, high-target: 12x, high: 16x}
            limits:
              per-transfer: 250000 USDT
              per-day: 1000000 USDT
              min-transfer: 100 USDT
              min-gap: 5m
              max-snapshot-age: 15s
          """,
          """
          name: recorded
          title: Recorded
          prices: {file: prices.csv, allow-gaps: true}
          funding: {file: funding.csv}
          apr: {file: apr.csv}
          """);

  static final List<String> FAULTS =
      List.of(
          """
          {"seed": 7, "faults": [
            {"kind": "timeout-after-effect", "path": "earn-asset-transfer", "rate": "0.3", "hang": "2s"},
            {"kind": "http-429", "nth": 5, "count": 1}, {"kind": "read-lag", "lag": "30s"}]}
          """,
          """
          seed: 1
          faults:
            - {kind: garbage, rate: 0.5}
            - kind: reset-before-effect
              count: 3
          """);

  private final Path folder;

  /** With the market files beside it that the second scenario names. */
  EveryScenario(Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(
        folder.resolve("prices.csv"), "1772366400000,1,2,0.5,1.5,9\n1772370000000,1.5,2,0.5,1,9\n");
    Files.writeString(folder.resolve("funding.csv"), "1772366400000,0.0001\n");
    Files.writeString(folder.resolve("apr.csv"), "1772366400000,0.01\n");
  }

  /** True when it was a scenario. */
  boolean scenario(String yaml) {
    Path file = folder.resolve("scenario.yml");
    try {
      Files.write(file, yaml.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Optional<Scenario> scenario =
        Careful.read(
            yaml,
            text -> Scenario.read(file),
            IllegalArgumentException.class,
            MarketFileException.class);
    scenario.ifPresent(EveryScenario::inBounds);
    return scenario.isPresent();
  }

  /** True when it was a plan of faults. */
  static boolean faults(String text) {
    Optional<Faults> faults = Careful.read(text, Faults::parse, IllegalArgumentException.class);
    faults.ifPresent(
        plan -> {
          assertThat(plan.readLagMillis()).isNotNegative();
          for (int call = 0; call < 3; call++) {
            plan.strike("POST", "/sapi/v1/portfolio/earn-asset-transfer")
                .ifPresent(EveryScenario::inBounds);
          }
        });
    return faults.isPresent();
  }

  private static void inBounds(Scenario scenario) {
    assertThat(scenario.name()).isNotBlank();
    assertThat(scenario.tick()).isPositive();
    assertThat(scenario.prices().bars()).isPositive();
    assertThat(scenario.account().ldusdtInEarn().isNegative()).isFalse();
    assertThat(scenario.account().ldusdtInFutures().isNegative()).isFalse();
    assertThat(scenario.demo().strategy()).isNotNull();
    assertThat(scenario.demo().parameters()).doesNotContainValue(null);
  }

  private static void inBounds(Fault fault) {
    assertThat(fault.rate()).isBetween(Ratio.ZERO, Ratio.ONE);
    assertThat(fault.hang()).isBetween(Duration.ZERO, Duration.ofSeconds(60));
  }
}
