package ballast;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Shell.Said;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person or a script meets at the prompt. */
class CommandLineTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  private Said run(String... arguments) {
    return new Shell(directory).run(arguments);
  }

  private static JsonNode json(Said said) {
    assertThat(said.out()).hasLineCount(1);
    return JsonMapper.builder().build().readTree(said.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "init",
        "check",
        "run",
        "once",
        "status",
        "pause",
        "resume",
        "resolve",
        "report",
        "replay",
        "sweep",
        "stress",
        "verify",
        "backup",
        "restore",
        "archive",
        "migrate",
        "export",
        "data",
        "paper",
        "strategies",
        "config-schema"
      })
  void everyCommandHasHelp(String command) {
    Said said = run(command, "--help");
    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("Usage: ballast " + command);
    assertThat(said.err()).isEmpty();
  }

  @Test
  void helpListsTheCommandsAndTheExitCodes() {
    assertThat(run("--help").out())
        .contains("demo", "replay", "config-schema", "5 journal locked or damaged");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 2, ballast demo",
    "'bogus', 2, bogus",
    "'demo --scenario no-such', 2, march-2020",
    "'demo --speed fast', 2, --speed",
    "'demo --data no-such.csv', 2, no-such.csv",
    "'demo --data a.csv --scenario march-2020', 2, not both",
    "'run', 2, --config",
    "'run -c no-such.yml', 3, no-such.yml",
    "'check -c no-such.yml', 3, no-such.yml",
    "'verify', 2, which journal",
    "'verify --db nowhere', 5, there is no journal",
    "'status --db jdbc:h2:file:x;INIT=RUNSCRIPT', 2, without settings",
    "'status --db jdbc:mysql://x', 2, --db",
    "'report', 2, KIND",
    "'report nonsense --db nowhere', 2, nonsense",
    "'resolve 1 perhaps --reason x --db nowhere', 2, applied or not-applied",
    "'resolve 1 applied --db nowhere', 2, --reason",
    "'pause --direction SIDEWAYS --db nowhere', 2, SIDEWAYS",
    "'report decisions --from yesterday --db nowhere', 5, no journal",
    "'replay --set low=5x --db nowhere', 2, --strategy",
    "'paper --scenario no-such', 2, no-such",
    "'stress', 2, --config",
    "'stress -c no-such.yml', 3, no-such.yml",
    "'stress -c x.yml --assume equity=1', 2, maintenance is missing",
    "'stress -c x.yml --assume cash=1', 2, --assume knows equity",
    "'stress -c x.yml --maintenance-rate 0%', 2, --maintenance-rate",
    "'sweep --grid low=1.2x:2x:0.1x', 2, --data",
    "'sweep --scenario march-2020', 2, --grid",
    "'sweep --from-journal --db nowhere --grid low=2x:3x:1x', 5, no journal",
    "'sweep --scenario march-2020 --from 2020-03-01 --grid low=2x:3x:1x', 2, --from-journal",
    "'sweep --scenario march-2020 --grid lo=1.2x:2x:0.1x', 2, it knows low",
    "'sweep --scenario march-2020 --grid low=1.2:2:0.1', 2, unit x",
    "'sweep --scenario march-2020 --grid low=1x:1.05x:0.01x', 2, refuses every combination",
    "'sweep --scenario march-2020 --grid low=2x:3x:1x --objective most', 2, fewest-transfers",
    "'sweep --scenario march-2020 --grid low=2x:3x:1x --price-capital 8%', 2, --objective cost",
    "'sweep --scenario march-2020 --grid low=2x:3x:1x --walk-forward rolling --folds 9999', 2, too"
        + " few",
    "'sweep --scenario march-2020 --grid low=2x:3x:1x --threads 0', 2, --threads",
    "'paper --faults no-such.json', 2, no-such.json",
    "'paper --port 99999', 2, --port takes 0 to 65535",
    "'paper --port -1', 2, --port takes 0 to 65535",
  })
  void wrongCommandLinesAreOnePlainLineAndACode(String line, int code, String mentions) {
    Said said = run(line.isEmpty() ? new String[0] : line.split(" "));
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).hasLineCount(1).startsWith("ballast: ").contains(mentions);
    assertThat(said.code()).isEqualTo(code);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aPaperExchangeOnATakenPortIsOnePlainLine() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Said said = run("paper", "--port", String.valueOf(taken.getLocalPort()));
      assertThat(said.out()).isEmpty();
      assertThat(said.err()).hasLineCount(1).contains("ballast: port ", "is taken; choose another");
      assertThat(said.code()).isEqualTo(2);
    }
  }

  @Test
  void whatAFileSaysCannotSteerTheTerminal() throws IOException {
    Files.writeString(directory.resolve("prices.csv"), "open_time_ms,open\u001b[31m\n");
    Said said = run("demo", "--no-web", "--data", "prices.csv");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).hasLineCount(1).doesNotContain("\u001b");
  }

  @Test
  void debugShowsWhereAnErrorCameFrom() {
    assertThat(run("verify", "--db", "nowhere", "--debug").err()).contains("at ballast.");
  }

  @Test
  void strategiesListsParametersWithTheirUnits() {
    assertThat(run("strategies").out()).contains("target-band", "low-target", "1.6x", "hold");
    JsonNode listed = json(run("strategies", "--json"));
    assertThat(listed.get("strategies").size()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void configSchemaIsOneJsonDocument() {
    JsonNode schema = JsonMapper.builder().build().readTree(run("config-schema").out());
    assertThat(schema.get("properties").has("accounts")).isTrue();
  }

  @Test
  void initWritesWhatCheckUnderstandsAndNeverOverwrites() throws IOException {
    assertThat(run("init").code()).isZero();
    assertThat(Files.readString(directory.resolve("ballast.yml"))).contains("mode: dry-run");
    Said check = run("check", "-c", "ballast.yml");
    assertThat(check.code()).isEqualTo(3);
    assertThat(check.err()).contains("chmod 600");
    Said again = run("init");
    assertThat(again.code()).isEqualTo(3);
    assertThat(again.err()).hasLineCount(1);
  }

  @Test
  void aPaperExchangeThatDoesNotAnswerIsCodeFour() throws IOException {
    SecretFile.writeLogin(directory);
    Files.writeString(
        directory.resolve("ballast.yml"),
        """
        mode: paper
        venue: { rest: "http://127.0.0.1:1" }
        accounts:
          - id: main
            api-key: "file:key"
            secret: "file:secret"
            schedule: "every 30s"
            strategy: hold
        """);
    for (String command : List.of("check", "once", "run")) {
      Said said = run(command, "-c", "ballast.yml");
      assertThat(said.err()).hasLineCount(1).contains("127.0.0.1:1", "ballast paper");
      assertThat(said.code()).isEqualTo(4);
    }
  }
}
