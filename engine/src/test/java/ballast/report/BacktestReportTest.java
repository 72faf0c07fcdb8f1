package ballast.report;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.backtest.Backtest;
import ballast.backtest.BacktestResult;
import ballast.backtest.Execution;
import ballast.backtest.History;
import ballast.decide.ShippedStrategies;
import ballast.paper.Scenario;
import ballast.strategy.Parameters;
import ballast.strategy.StrategyFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BacktestReportTest {
  private static final Scenario CRASH = Scenario.shipped("march-2020");
  private static final History MINUTES = History.of(CRASH, Duration.ofMinutes(1));
  private static final Map<String, String> GOOD = CRASH.demo().parameters();

  /** Takes LDUSDT out of Futures in the calm, and dies of it. */
  private static final Map<String, String> DEADLY =
      Map.of("low", "1.06x", "low-target", "1.07x", "high-target", "1.1x", "high", "1.2x");

  private static Backtested.Tried tried(Map<String, String> parameters) {
    return new Backtested.Tried(
        "target-band", new TreeMap<>(parameters), run("target-band", parameters));
  }

  private static BacktestResult run(String strategy, Map<String, String> parameters) {
    StrategyFactory factory = ShippedStrategies.named(strategy);
    return Backtest.of(
            factory,
            Parameters.of(factory.parameters(), parameters),
            CRASH.demo().limits(),
            Execution.INSTANT)
        .run(MINUTES);
  }

  private static Backtested backtested(String text, Backtested.Tried... policies) {
    return new Backtested(
        text,
        text,
        List.of(policies),
        run("hold", Map.of()),
        List.of(new Figure(text, text)),
        List.of(text));
  }

  private static String page(Backtested backtested) throws IOException {
    StringWriter out = new StringWriter();
    BacktestReport.page(backtested, out);
    return out.toString();
  }

  private static JsonNode data(String page) {
    Matcher data = Pattern.compile("id=\"data\">(.*?)</script>", Pattern.DOTALL).matcher(page);
    assertThat(data.find()).isTrue();
    return JsonMapper.builder().build().readTree(data.group(1));
  }

  @Test
  void pageOfAMonthOfMinutesStaysSmallAndAsksForNothing() throws IOException {
    String page = page(backtested("Crash", tried(GOOD)));
    assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(700 * 1024);
    assertThat(page)
        .doesNotContainPattern("(src|href|action|data|poster)\\s*=\\s*[\"']?(https?:)?//")
        .doesNotContainPattern("url\\(|@import|<link|<iframe|sourceMappingURL");
  }

  @Test
  void linesKeepTheLowestAndSharesAddUp() throws IOException {
    Backtested.Tried good = tried(GOOD);
    JsonNode data = data(page(backtested("Crash", good)));
    double lowest = Double.MAX_VALUE;
    for (JsonNode value : data.get("with").get(1)) {
      lowest = Math.min(lowest, value.asDouble());
    }
    assertThat(lowest).isEqualTo(Math.floor(good.result().lowestUniMmr().e8() / 1e4) / 1e4);
    double shares = 0;
    for (JsonNode share : data.get("distribution").get("with")) {
      shares += share.asDouble();
    }
    assertThat(shares).isBetween(99.8, 100.2);
    assertThat(data.get("toFutures").size() + data.get("toEarn").size())
        .isEqualTo(good.result().transfers());
    assertThat(data.get("liquidated").size()).isEqualTo(1);
    assertThat(data.get("drawdown").get("with").get(1).size()).isPositive();
    assertThat(data.get("earn").get(0).size()).isEqualTo(data.get("earn").get(1).size());
  }

  @Test
  void saysPlainlyWhereDoingNothingWasBetter() throws IOException {
    assertThat(page(backtested("Crash", tried(DEADLY))))
        .contains("class=\"verdict worse\"", "Doing nothing was better", "<td class=\"number\"");
    assertThat(page(backtested("Crash", tried(GOOD))))
        .contains("class=\"verdict better\"", "With Ballast the account survived", "2020-03-12");
  }

  @Test
  void showsTwoPoliciesSideBySide() throws IOException {
    String page = page(backtested("Crash", tried(GOOD), tried(DEADLY)));
    assertThat(page)
        .contains("A: With Ballast the account survived", "B: Doing nothing was better")
        .contains("Transfers of A", "Worst days of B");
    JsonNode data = data(page);
    assertThat(data.get("names").get("second").asString()).isEqualTo("B");
    assertThat(data.get("second").get(0).size()).isPositive();
    assertThat(data.get("heldSecond").get(0).size()).isPositive();
  }

  @Test
  void escapesEveryText() throws IOException {
    String attack = "</title></p><script>alert('x')</script><img src=x onerror=\"alert(1)\">";
    assertThat(page(backtested(attack, tried(GOOD))))
        .contains("&lt;script&gt;alert(")
        .doesNotContain("<script>alert", "<img src=x");
  }

  @Test
  void writesTheCurveStepByStepAndEveryTransfer(@TempDir Path folder) throws IOException {
    Backtested.Tried good = tried(GOOD);
    Path page = BacktestReport.write(backtested("Crash", good, tried(DEADLY)), folder.resolve("a"));
    assertThat(page).exists().hasFileName("report.html");
    List<String> curve = Files.readAllLines(page.resolveSibling("a-curve.csv"));
    assertThat(curve).hasSize(good.result().steps() + 1);
    assertThat(curve.get(0)).startsWith("time,equity,maintenance_margin,unimmr,unimmr_lowest,");
    // the account left alone is gone by the end
    assertThat(curve.get(curve.size() - 1)).endsWith(",,");
    assertThat(Files.readAllLines(page.resolveSibling("a-transfers.csv")))
        .hasSize(good.result().moves().size() + 1);
    assertThat(page.resolveSibling("b-curve.csv")).isNotEmptyFile();
  }
}
