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

/** Whether a policy is better than doing nothing, at the prompt. */
class StressCommandTest {
  private static final String KILLS =
      "low: 1.06x, low-target: 1.07x, high-target: 1.1x, high: 1.2x";
  private static final String KEEPS = "low: 5x, low-target: 7x, high-target: 12x, high: 16x";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  private Said stress(String levels, String... more) throws IOException {
    Files.writeString(
        directory.resolve("ballast.yml"),
        """
        mode: dry-run
        accounts:
          - id: main
            api-key: "env:NOT_SET_IN_THIS_TEST"
            secret: "env:NOR_THIS"
            schedule: "every 30s"
            strategy: target-band
            parameters: { %s }
            limits: { per-transfer: 250000 USDT, per-day: 1000000 USDT }
        """
            .formatted(levels));
    List<String> arguments =
        new ArrayList<>(List.of("stress", "-c", "ballast.yml", "--assume", "equity=399600"));
    arguments.addAll(List.of("maintenance=50000", "ldusdt=400000", "earn=700000"));
    arguments.addAll(List.of(more));
    return new Shell(directory).run(arguments.toArray(String[]::new));
  }

  @Test
  void saysInPlainWordsWhereDoingNothingHadBeenBetterAndWhatToChange() throws IOException {
    Said said = stress(KILLS);
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .contains(
            "march-2020",
            "WORSE THAN DOING NOTHING: liquidated",
            "main: the smallest change found that passes every scenario: ");
    assertThat(said.err()).isEmpty();
  }

  @Test
  void passesAPolicyThatSurvivesEverything() throws IOException {
    Said said = stress(KEEPS, "--json");
    assertThat(said.code()).isZero();
    assertThat(said.out()).hasLineCount(1);
    JsonNode account = JsonMapper.builder().build().readTree(said.out()).get("accounts").get(0);
    assertThat(account.get("worseThanDoingNothing").asBoolean()).isFalse();
    assertThat(account.get("scenarios").get(0).get("survivedWithout").asBoolean()).isFalse();
    assertThat(account.get("change")).isEmpty();
  }

  @Test
  void readsNoSecretAndMakesNoJournalWhereAllIsAssumed() throws IOException {
    stress(KEEPS);
    try (var left = Files.list(directory)) {
      assertThat(left).containsExactly(directory.resolve("ballast.yml"));
    }
  }
}
