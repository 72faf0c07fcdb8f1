package ballast.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.market.MarketFiles;
import ballast.market.RecordedData;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped scenarios, and the recorded trial behind the default account. */
class ShippedScenariosTest {
  static java.util.List<String> names() {
    return Scenario.shippedNames();
  }

  @ParameterizedTest
  @MethodSource("names")
  void passesExactlyThroughEachDaysFigures(String name) {
    Scenario scenario = Scenario.shipped(name);
    var prices = scenario.prices();
    assertThat(scenario.reconstructed()).isTrue();
    assertThat(scenario.title()).contains("reconstructed");
    assertThat(scenario.days()).hasSizeBetween(30, 31);
    for (DayFigures day : scenario.days()) {
      long begun = day.date().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
      var bars = prices.between(begun, begun + 86_400_000);
      long high = 0;
      long low = Long.MAX_VALUE;
      for (int i = 0; i < bars.bars(); i++) {
        high = Math.max(high, bars.highE8(i));
        low = Math.min(low, bars.lowE8(i));
      }
      assertThat(
              new DayFigures(day.date(), bars.openE8(0), high, low, bars.closeE8(bars.bars() - 1)))
          .isEqualTo(day);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void showsAMonthInFourToSixThousandTicks(String name) {
    Scenario scenario = Scenario.shipped(name);
    long span = scenario.prices().endMillis() - scenario.prices().startMillis();
    assertThat(span / scenario.tick().toMillis()).isBetween(4_000L, 6_000L);
  }

  @Test
  void marchIsLiquidatedAloneAndSurvivesWithThePolicy() {
    Scenario march = Scenario.shipped("march-2020");
    PaperExchange alone = Trial.leftAlone(march);
    PaperExchange kept = Trial.withPolicy(march, march.tick());
    print("march-2020", alone, kept);

    assertThat(alone.liquidatedAt()).isPresent();
    assertThat(kept.liquidatedAt()).isEmpty();
    assertThat(kept.lowestUniMmr()).isGreaterThan(Ratio.parse("1.5"));
    assertThat(kept.ledger()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"calm-april-2026", "whipsaw-may-2021"})
  void theOtherMonthsSurviveWithThePolicy(String name) {
    Scenario scenario = Scenario.shipped(name);
    PaperExchange alone = Trial.leftAlone(scenario);
    PaperExchange kept = Trial.withPolicy(scenario, scenario.tick());
    print(name, alone, kept);

    assertThat(kept.liquidatedAt()).isEmpty();
  }

  @Test
  void theRecordedHourlyMarksLiquidateItAloneAndNotWithThePolicy() {
    Scenario recorded =
        Scenario.ofPrices(
                MarketFiles.prices(
                    RecordedData.file("btcusdt_perp_mark_1h_2019-12_2022-12.csv"), false))
            .withFunding(
                MarketFiles.funding(
                    RecordedData.file("btcusdt_funding_8h_2019-09_2026-05.csv"), false));
    long begun = System.nanoTime();
    PaperExchange alone = Trial.leftAlone(recorded);
    long aloneMillis = (System.nanoTime() - begun) / 1_000_000;
    PaperExchange kept = Trial.withPolicy(recorded, Duration.ofHours(1));
    print("hourly marks, alone took " + aloneMillis + " ms", alone, kept);

    assertThat(alone.liquidatedAt()).hasValue(Instant.parse("2020-03-12T23:00:00Z").toEpochMilli());
    assertThat(kept.liquidatedAt()).isEmpty();
    assertThat(kept.lowestUniMmr()).isBetween(Ratio.parse("1.5"), Ratio.parse("1.8"));
  }

  @Test
  void readsAScenarioFileAndRefusesWhatItDoesNotKnow(@TempDir Path dir) throws Exception {
    Path prices = dir.resolve("p.csv");
    Files.writeString(prices, "1583020800000,10,12,9,11,1\n1583020860000,11,13,10.5,12,0\n");
    Path file = dir.resolve("s.yml");
    Files.writeString(
        file,
        "name: mine\ntitle: Mine\nprices: {file: p.csv}\naccount: {notional: -5 USDT}\ntick: 1m\n");

    Scenario scenario = Scenario.read(file);
    assertThat(scenario.prices().bars()).isEqualTo(2);
    assertThat(scenario.account().notional()).isEqualTo(Usdt.of(-5));
    assertThat(scenario.account().ldusdtInEarn()).isEqualTo(Usdt.of(700_000));

    Files.writeString(file, "name: mine\ntitle: Mine\nprices: {file: p.csv}\nacount: {}\n");
    assertThatThrownBy(() -> Scenario.read(file))
        .hasMessageStartingWith(file + ": unknown key \"acount\"; known here are");
    Files.writeString(file, "title: Mine\nprices: {file: p.csv}\n");
    assertThatThrownBy(() -> Scenario.read(file)).hasMessage(file + ": name is missing");
    Files.writeString(file, "name: m\ntitle: M\nprices: {file: p.csv}\naccount: {notional: 5}\n");
    assertThatThrownBy(() -> Scenario.read(file)).hasMessageContaining("needs its unit USDT");
    assertThatThrownBy(() -> Scenario.read(dir.resolve("absent.yml")))
        .hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> Scenario.shipped("april"))
        .hasMessageContaining("shipped are march-2020");
  }

  private static void print(String name, PaperExchange alone, PaperExchange kept) {
    System.getLogger("scenarios")
        .log(
            System.Logger.Level.INFO,
            name
                + ": alone lowest "
                + alone.lowestUniMmr()
                + liquidated(alone)
                + "; kept lowest "
                + kept.lowestUniMmr()
                + liquidated(kept)
                + ", "
                + kept.ledger().size()
                + " transfers, interest "
                + kept.usdtInterest()
                + ", funding "
                + kept.fundingPaid());
  }

  private static String liquidated(PaperExchange exchange) {
    return exchange.liquidatedAt().isPresent()
        ? ", liquidated "
            + Instant.ofEpochMilli(exchange.pathMillis(exchange.liquidatedAt().getAsLong()))
        : "";
  }
}
