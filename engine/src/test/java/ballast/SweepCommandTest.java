package ballast;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Shell.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A search for a policy, at the prompt. */
class SweepCommandTest {
  private static final List<String> MARCH =
      List.of(
          "sweep",
          "--scenario",
          "march-2020",
          "--tick",
          "30m",
          "--grid",
          "low=1.6x:5x:0.4x",
          "--grid",
          "low-target=2x:7x:1x");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  private Said sweep(String... more) {
    List<String> arguments = new ArrayList<>(MARCH);
    arguments.addAll(List.of(more));
    return new Shell(directory).run(arguments.toArray(String[]::new));
  }

  private static JsonNode json(Said said) {
    assertThat(said.out()).hasLineCount(1);
    return JsonMapper.builder().build().readTree(said.out());
  }

  @Test
  void filesThatCannotAllBeWrittenAreNotThereAtAll() throws IOException {
    Files.createDirectories(directory.resolve("here/manifest.json"));
    Said said =
        new Shell(directory)
            .run(
                "sweep --scenario march-2020 --tick 1h --grid low=1.6x:2x:0.4x --out here"
                    .split(" "));
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("manifest.json is a folder");
    assertThat(directory.resolve("here").toFile().list()).containsExactly("manifest.json");
  }

  @Test
  void findsASetThatSurvivesAndSaysWhatItRestsOnAndHalvingAgrees() throws IOException {
    JsonNode whole = json(sweep("--json", "--out", "here"));
    assertThat(whole.get("best").get("breached").asBoolean()).isFalse();
    assertThat(whole.get("liquidatedWithout").asBoolean()).isTrue();
    assertThat(whole.get("worseThanDoingNothing").asBoolean()).isFalse();
    assertThat(whole.get("sets").asInt() + whole.get("refused").asInt()).isEqualTo(9 * 6);
    assertThat(whole.get("refused").asInt()).isPositive();
    namesTheCodeThePastAndEverySetting(
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(directory.resolve("here/manifest.json"))));
    JsonNode halved = json(sweep("--json", "--halving", "--out", "halved"));
    assertThat(halved.get("dropped")).hasSize(5);
    assertThat(halved.get("best")).isEqualTo(whole.get("best"));
  }

  private static void namesTheCodeThePastAndEverySetting(JsonNode manifest) {
    assertThat(manifest.get("past").get("sha256").asString()).hasSize(64);
    assertThat(manifest.get("version").asString()).isNotEmpty();
    assertThat(manifest.get("grid").get("low")).hasSize(9);
    assertThat(manifest.get("seed").asInt()).isEqualTo(1);
    assertThat(manifest.get("objective").get("floor").asString()).isEqualTo("1.5");
    assertThat(manifest.get("parameters").has("low")).isFalse();
    assertThat(manifest.get("parameters").get("high").asString()).isEqualTo("16x");
  }

  @Test
  void writesTheSameBytesOnAnyNumberOfThreads() throws IOException {
    List<String> asked =
        List.of("--random", "20", "--seed", "9", "--walk-forward", "anchored", "--refused", "10%");
    for (String threads : List.of("1", "3")) {
      List<String> more = new ArrayList<>(asked);
      more.addAll(List.of("--threads", threads, "--out", threads));
      assertThat(sweep(more.toArray(String[]::new)).code()).isZero();
    }
    for (String file : List.of("sweep.csv", "sweep.html", "manifest.json")) {
      byte[] one = Files.readAllBytes(directory.resolve("1").resolve(file));
      assertThat(Files.readAllBytes(directory.resolve("3").resolve(file))).isEqualTo(one);
    }
  }

  @Test
  void tellsAPersonTheRankingTheVerdictAndWhereTheReportIs() throws IOException {
    Said said = sweep("--objective", "cost", "--price-capital", "8%", "--top", "3");
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains(
            "Ranking, the first 3 of", "cost", "left alone the account is liquidated", "report: ");
    String last = said.out().lines().reduce("", (before, line) -> line);
    String page = Files.readString(Path.of(last.substring("report: ".length())));
    assertThat(page)
        .contains("Content-Security-Policy", "class=\"heat\"", "id=\"front\"")
        .doesNotContain("src=\"http", "href=\"http");
  }
}
