package ballast;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Shell.Said;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo over real HTTP with the journal on disk, and everything that can be asked of that
 * journal afterwards.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @SuppressWarnings("NullAway.Init")
  private JsonNode demo;

  @BeforeAll
  void runOnce(@TempDir Path folder) {
    directory = folder;
    Said said = run("demo", "--speed", "max", "--json", "--no-web", "--dir", "demo");
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out()).hasLineCount(1);
    demo = JSON.readTree(said.out());
  }

  private Said run(String... arguments) {
    return new Shell(directory).run(arguments);
  }

  @Test
  void survivesTheCrashThatLiquidatesTheAccountLeftAlone() {
    assertThat(demo.get("liquidated").asBoolean()).isFalse();
    assertThat(demo.get("liquidatedWithout").asBoolean()).isTrue();
    assertThat(demo.get("transfers").get("confirmed").asLong()).isPositive();
    assertThat(demo.get("transfers").get("unknown").asLong()).isZero();
  }

  @Test
  void decidesAtEveryTickAndReplaysEveryDecision() {
    assertThat(demo.get("ticks").asLong()).isGreaterThan(4000);
    assertThat(demo.get("decisions").asLong()).isEqualTo(demo.get("ticks").asLong());
    assertThat(demo.get("replay").get("decisions").asLong())
        .isEqualTo(demo.get("decisions").asLong());
    assertThat(demo.get("replay").get("mismatches").asLong()).isZero();
  }

  @Test
  void usesATwentiethOfTheWeightOfAskingBothWaysOrLess() {
    long used = demo.get("weight").get("used").asLong();
    assertThat(used)
        .isPositive()
        .isLessThanOrEqualTo(demo.get("weight").get("bothDirectionsEveryTick").asLong() / 20);
  }

  @Test
  void verifiesAndGivesTheSameHeadEachTime() {
    Said first = run("verify", "--db", demo.get("db").asString(), "--json");
    assertThat(first.code()).isZero();
    JsonNode verified = JSON.readTree(first.out());
    assertThat(verified.get("chain").asString()).isEqualTo("ok");
    assertThat(verified.get("replayMismatches").asLong()).isZero();
    assertThat(verified.get("invariants").size()).isPositive();
    assertThat(verified.get("heads").get("main").asString()).matches("[0-9a-f]{64}");
    assertThat(run("verify", "--db", "demo", "--json").out()).isEqualTo(first.out());
  }

  @Test
  void reportsTransfersThatAddUpToWhatMoved() {
    Said said = run("report", "transfers", "--db", "demo", "--format", "json");
    JsonNode transfers = JSON.readTree(said.out());
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode transfer : transfers) {
      assertThat(transfer.get("state").asString()).isEqualTo("SETTLED");
      if (transfer.get("direction").asString().equals("EARN_TO_FUTURE")) {
        sum = sum.add(new BigDecimal(transfer.get("amount").asString()));
      }
    }
    assertThat(sum).isEqualByComparingTo(demo.get("moved").get("toFutures").asString());
  }

  @Test
  void reportsEveryDecisionAsCsv() throws IOException {
    assertThat(
            run("report", "decisions", "--db", "demo", "--format", "csv", "--out", "all.csv")
                .code())
        .isZero();
    assertThat(Files.readAllLines(directory.resolve("all.csv")))
        .hasSize(demo.get("ticks").asInt() + 1);
  }

  @Test
  void replaysWithAnotherStrategyAndSaysWhatWouldHaveBeen() {
    JsonNode other =
        JSON.readTree(run("replay", "--db", "demo", "--strategy", "hold", "--json").out());
    assertThat(other.get("mismatches").asLong())
        .isEqualTo(demo.get("transfers").get("confirmed").asLong());
  }

  @Test
  void remembersAPauseInTheJournal() {
    assertThat(
            run("pause", "--db", "demo", "--direction", "FUTURE_TO_EARN", "--reason", "drill")
                .code())
        .isZero();
    assertThat(JSON.readTree(run("status", "--db", "demo", "--json").out()).toString())
        .contains("\"paused\":[\"FUTURE_TO_EARN\"]");
    assertThat(run("resume", "--db", "demo").code()).isZero();
    assertThat(JSON.readTree(run("status", "--db", "demo", "--json").out()).toString())
        .contains("\"paused\":[]");
  }

  @Test
  void writesAReportThatNeedsNothingElse() throws IOException {
    String page = Files.readString(Path.of(demo.get("report").asString()));
    assertThat(page).contains("With Ballast the account survived").doesNotContain("src=\"http");
  }

  @Test
  void refusesAFolderThatIsNotEmpty() {
    Said said = run("demo", "--no-web", "--dir", "demo");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).hasLineCount(1).contains("not empty");
  }
}
