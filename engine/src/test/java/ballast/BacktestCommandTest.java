package ballast;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Shell.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Trying policies at the prompt. */
class BacktestCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  private Said run(String line) {
    return new Shell(directory).run(line.split(" "));
  }

  private static JsonNode json(Said said) {
    assertThat(said.err()).isEmpty();
    assertThat(said.out()).hasLineCount(1);
    return JsonMapper.builder().build().readTree(said.out());
  }

  @Test
  void showsDoingNothingBesideThePolicy() {
    Said said = run("backtest --scenario march-2020");
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("policy", "left alone", "lowest uniMMR", "With Ballast the account survived");
  }

  private void writePrices() throws IOException {
    Files.writeString(
        directory.resolve("p.csv"),
        """
        open_time_ms,open,high,low,close,volume
        1577836800000,7200,7210,7190,7205,1
        1577840400000,7205,7215,7195,7200,1
        """);
  }

  @Test
  void comparesTwoPoliciesSideBySide() {
    JsonNode both =
        json(run("backtest --scenario march-2020 --compare target-band:low=6x hold --json"))
            .get("compare");
    assertThat(both.size()).isEqualTo(2);
    assertThat(both.get(0).get("name").asString()).isEqualTo("A");
    // what is not named stays as the scenario has it
    assertThat(both.get(0).get("parameters").toString())
        .isEqualTo(
            "{\"high\":\"16x\",\"high-target\":\"12x\",\"low\":\"6x\",\"low-target\":\"7x\"}");
    assertThat(both.get(0).get("transfers").asLong()).isPositive();
    assertThat(both.get(1).get("strategy").asString()).isEqualTo("hold");
    assertThat(both.get(1).get("liquidated").asBoolean()).isTrue();
  }

  @Test
  void triesPoliciesOnARecordedPast() throws IOException {
    writePrices();
    assertThat(run("demo --data p.csv --dir book --no-web --speed max").code()).isZero();
    JsonNode told = json(run("backtest --from-journal --db book --out tried --json"));
    assertThat(told.get("strategy").asString()).isEqualTo("target-band");
    assertThat(told.get("steps").asLong()).isGreaterThanOrEqualTo(2);
    assertThat(told.get("interest").isNull()).isTrue();
    assertThat(Files.readString(directory.resolve("tried/report.html")))
        .contains("the journal of main", "what others moved and operators paused is kept");
    JsonNode replayed = json(run("replay --db book --strategy hold --out other --json"));
    assertThat(replayed.get("decisions").asLong()).isEqualTo(told.get("steps").asLong());
    assertThat(replayed.get("counterfactual").get(0).get("account").asString()).isEqualTo("main");
    assertThat(directory.resolve("other/report.html")).isNotEmptyFile();
    JsonNode swept =
        json(run("sweep --from-journal --db book --grid low=4x:6x:1x --out swept --json"));
    assertThat(swept.get("steps").asLong()).isEqualTo(told.get("steps").asLong());
    assertThat(swept.get("sets").asLong()).isEqualTo(3);
    assertThat(run("backtest --from-journal --db book --account other").err())
        .isEqualTo("ballast: the journal has no account other; it has main\n");
  }

  @Test
  void writesAPageWithEverythingItWasWorkedOutFrom() throws IOException {
    writePrices();
    JsonNode told = json(run("backtest --data p.csv --seed 7 --out tried --json"));
    assertThat(told.get("report").asString()).endsWith("tried/report.html");
    assertThat(told.get("steps").asLong()).isEqualTo(3);
    assertThat(told.propertyNames())
        .contains("strategy", "parameters", "seconds", "stepsPerSecond", "transfers", "moved")
        .contains("uniMmr", "secondsBelowLow", "liquidated", "ldusdtInFuturesMean")
        .contains("interest", "funding", "report");
    assertThat(Files.readString(Path.of(told.get("report").asString())))
        .contains("p.csv, SHA-256 673c613f", "<dt>Seed</dt><dd>7</dd>", "per-transfer 250000 USDT");
    assertThat(directory.resolve("tried/curve.csv")).isNotEmptyFile();
  }

  @ParameterizedTest
  @CsvSource({
    "--apr, 'time_ms,apr|1735689600000,0.02', 2, --apr has rows from 2025-01-01T00:00:00Z to",
    "--apr, 'time_ms,apr|1325376000000,0.02', 0, warning: --apr has rows from 2012-01-01T00:00:00Z",
    "--apr, 'time_ms,rate|1735689600000,0.02', 2, the second column must be apr",
    "--funding, 'time_ms,rate|1735689600000,0.0001', 2, --funding has rows from 2025-01-01T00:00:",
    "--funding, 'time_ms,apr|1735689600000,0.02', 2, the second column must be rate"
  })
  void saysWhereRatesAreNotOfThePricesTime(String option, String rows, int code, String saying)
      throws IOException {
    writePrices();
    Files.writeString(directory.resolve("r.csv"), rows.replace('|', '\n') + "\n");
    Said said = run("backtest --data p.csv " + option + " r.csv");
    assertThat(said.code()).isEqualTo(code);
    assertThat(said.err()).hasLineCount(1).contains(saying);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskLeavesNoFileAndIsNamed() throws IOException {
    writePrices();
    Path folder = Files.createDirectory(directory.resolve("tried"));
    Files.createSymbolicLink(folder.resolve("transfers.csv.part"), Path.of("/dev/full"));
    Said said = run("backtest --data p.csv --out tried");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).hasLineCount(1).contains("tried could not be written: No space left");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 2, --data FILE",
    "'--data no-such.csv', 2, no-such.csv",
    "'--scenario no-such', 2, march-2020",
    "'--scenario march-2020 --strategy no-such', 2, target-band",
    "'--scenario march-2020 --set low=5', 2, 'as in 1.6x'",
    "'--scenario march-2020 --set bogus=5x', 2, bogus",
    "'--scenario march-2020 --limit bogus=5', 2, per-transfer",
    "'--scenario march-2020 --limit min-gap=5', 2, --limit",
    "'--scenario march-2020 --tick 0s', 2, --tick",
    "'--scenario march-2020 --latency soon', 2, --latency",
    "'--scenario march-2020 --lost 120%', 2, lost must lie",
    "'--scenario march-2020 --seed x', 2, --seed",
    "'--scenario march-2020 --funding no-such.csv', 2, no-such.csv",
    "'-c no-such.yml --scenario march-2020', 3, no-such.yml",
    "'--scenario march-2020 --compare hold', 2, at least 2",
    "'--scenario march-2020 --compare hold target-band:low', 2, NAME:low=5x",
    "'--scenario march-2020 --compare hold bogus', 2, there is no strategy bogus",
    "'--scenario march-2020 --compare hold no-such.yml', 3, no-such.yml",
    "'--scenario march-2020 --compare hold hold --strategy hold', 2, --compare",
    "'--from-journal', 2, which journal",
    "'--from-journal --db no-such', 5, no-such",
    "'--from-journal --db no-such --data p.csv', 2, --from-journal",
    "'--scenario march-2020 --from 2020-03-01', 2, --from-journal",
    "'--scenario march-2020 --out /dev/null/x', 2, /dev/null/x",
    "'--scenario march-2020 --out /dev/null', 2, /dev/null is there and is no folder"
  })
  void refusesInOnePlainLine(String options, int code, String saying) {
    Said said = run(("backtest " + options).strip());
    assertThat(said.code()).isEqualTo(code);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).hasLineCount(1).startsWith("ballast: ").contains(saying);
  }
}
