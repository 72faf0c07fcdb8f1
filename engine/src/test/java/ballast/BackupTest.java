package ballast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.Shell.Said;
import ballast.journal.Journal;
import ballast.journal.JournalStore;
import ballast.journal.OperatorAct;
import ballast.journal.RandomLife;
import ballast.journal.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Backup, restore, migrate and export as an operator types them. */
class BackupTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  private Said run(String... arguments) {
    return new Shell(directory).run(arguments);
  }

  private JsonNode json(String... arguments) {
    Said said = run(arguments);
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out()).hasLineCount(1);
    return JSON.readTree(said.out());
  }

  private void live(long seed, int ticks) {
    try (Journal journal = JournalStore.open(directory.resolve("data"), System::nanoTime)) {
      new RandomLife(seed, journal, 2).live(ticks);
    }
  }

  private static void refused(Said said, int code, String mentions) {
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).hasLineCount(1).startsWith("ballast: ").contains(mentions);
    assertThat(said.code()).isEqualTo(code);
  }

  @Test
  void theDrillGoesRoundAndEveryAccountWaits() {
    live(21, 120);
    JsonNode verified = json("verify", "--db", "data", "--json");
    JsonNode backup = json("backup", "--db", "data", "--json");
    assertThat(backup.get("heads")).isEqualTo(verified.get("heads"));
    assertThat(backup.get("decisions")).isEqualTo(verified.get("decisions"));
    String file = backup.get("file").asString();
    assertThat(Path.of(file)).hasParent(directory.resolve("data/backups")).isRegularFile();

    JsonNode restored = json("restore", file, "--dir", "drill", "--json");
    assertThat(restored.get("decisions")).isEqualTo(backup.get("decisions"));
    JsonNode checked = json("verify", "--db", "drill", "--json");
    assertThat(checked.get("heads")).isEqualTo(restored.get("heads"));
    assertThat(checked.get("replayMismatches").asLong()).isZero();

    assertThat(run("status", "--db", "drill").out())
        .contains("paused: EARN_TO_FUTURE: restored from", "paused: FUTURE_TO_EARN: restored");
    assertThat(run("pause", "--db", "drill", "--reason", "to be sure").code()).isZero();
    assertThat(run("status", "--db", "drill").out())
        .contains("paused: EARN_TO_FUTURE: to be sure", "held until resumed: restored from");
    String[] resume = {"resume", "--db", "drill", "--reason", "both balances compared"};
    refused(run(resume), 2, "a transfer may still be on its way, so it cannot be resumed before ");
    Instant restoredAt = heldSince(directory.resolve("drill"));
    assertThat(at(restoredAt.plusSeconds(666).minusMillis(1)).run(resume).err())
        .hasLineCount(1)
        .contains("cannot be resumed before " + restoredAt.plusSeconds(666));
    Shell later = at(restoredAt.plusSeconds(666));
    refused(later.run("resume", "--db", "drill"), 2, "--reason");
    for (JsonNode account : json("status", "--db", "drill", "--json").get("accounts")) {
      assertThat(account.get("paused").size()).isEqualTo(2);
      assertThat(account.get("heldByRestore").asBoolean()).isTrue();
    }
    assertThat(later.run(resume).code()).isZero();
    for (JsonNode account : json("status", "--db", "drill", "--json").get("accounts")) {
      assertThat(account.get("paused").size()).isZero();
      assertThat(account.get("heldByRestore").asBoolean()).isFalse();
    }
    assertThat(run("resume", "--db", "drill").code()).isZero();
  }

  private Shell at(Instant moment) {
    return new Shell(directory, InstantSource.fixed(moment));
  }

  /** The latest of the restores' pauses. */
  private static Instant heldSince(Path journal) {
    try (Journal open = JournalStore.open(journal, System::nanoTime)) {
      return open.reader().acts(Span.everything()).stream()
          .filter(OperatorAct::isRestore)
          .map(act -> Instant.ofEpochMilli(act.atMillis()))
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }
  }

  @Test
  void whatCannotBeDoneIsOneLineAndLeavesNothing() throws IOException {
    live(22, 20);
    Files.writeString(directory.resolve("file"), "no folder");
    refused(run("backup", "--db", "data", "--out", "file/x.backup"), 5, "nothing of it is left");
    refused(run("backup", "--db", "data", "--out", "file"), 5, "already");
    refused(run("backup", "--db", "data", "--keep", "0"), 2, "--keep");
    refused(run("backup", "--db", "data", "--keep", "2", "--out", "x"), 2, "--keep");
    refused(run("backup", "--db", "jdbc:postgresql://127.0.0.1:1/x"), 2, "pg_dump");
    refused(run("restore", "file", "--dir", "to"), 5, "damaged or none");
    refused(run("restore", "nothing", "--dir", "to"), 5, "no backup");
    refused(run("export", "--db", "data", "--format", "csv", "--out", "file/x"), 2, "written");
    assertThat(run("backup", "--db", "data", "--out", "one.backup").code()).isZero();
    refused(run("restore", "one.backup", "--dir", "data"), 5, "--replace");
    assertThat(directory.resolve("to")).doesNotExist();
    try (var left = Files.list(directory)) {
      assertThat(left.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("data", "file", "one.backup");
    }
  }

  @Test
  void keepsTheNewestAndSaysWhichWent() {
    live(23, 10);
    Path first = Path.of(json("backup", "--db", "data", "--json").get("file").asString());
    json("backup", "--db", "data", "--json");
    JsonNode third = json("backup", "--db", "data", "--keep", "2", "--json");
    assertThat(third.get("deleted")).hasSize(1);
    assertThat(first).doesNotExist();
    assertThat(Path.of(third.get("file").asString())).isRegularFile();
  }

  @Test
  void migrateSaysWhenThereIsNothingToDo() {
    live(24, 1);
    assertThat(run("migrate", "--db", "data").out()).startsWith("nothing to do: schema ");
    JsonNode migrated = json("migrate", "--db", "data", "--json");
    assertThat(migrated.get("before")).isEqualTo(migrated.get("after"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "ndjson"})
  void exportsEveryRow(String form) throws IOException {
    live(25, 80);
    JsonNode rows =
        json("export", "--db", "data", "--format", form, "--out", "out", "--json").get("rows");
    int header = form.equals("csv") ? 1 : 0;
    for (String name : List.of("decisions", "transfers", "calls", "acts")) {
      List<String> lines = Files.readAllLines(directory.resolve("out/" + name + "." + form));
      assertThat(lines).as(name).hasSize(rows.get(name).asInt() + header).hasSizeGreaterThan(1);
      if (header == 0) {
        lines.forEach(line -> assertThat(JSON.readTree(line).isObject()).isTrue());
      }
    }
    assertThat(rows.get("calls").asInt()).isEqualTo(80);
    try (var files = Files.list(directory.resolve("out"))) {
      assertThat(files).hasSize(4);
    }
  }

  @Test
  void anExportThatFailsLeavesNoFileAndAnnouncesNone() throws IOException {
    live(26, 3);
    Files.createDirectories(directory.resolve("out/acts.csv"));
    Said said = run("export", "--db", "data", "--format", "csv", "--out", "out");
    refused(said, 2, "acts.csv is a folder");
    assertThat(said.out()).isEmpty();
    assertThat(directory.resolve("out").toFile().list()).containsExactly("acts.csv");
  }

  @Test
  void aRunningEngineMakesTheBackupAndKeepsItsJournal() throws Exception {
    List<Process> started = new ArrayList<>();
    try {
      Process paper = ballast(started, "paper", "--port", "0");
      String url = firstLine(paper, "paper exchange on ").replaceFirst(".* on ", "");
      awake(url);
      configure(url);
      Process engine = ballast(started, "run", "-c", "ballast.yml");
      firstLine(engine, "running 1 account");

      JsonNode backup = json("backup", "-c", "ballast.yml", "--out", "live.backup", "--json");
      assertThat(backup.get("file").asString())
          .isEqualTo(directory.resolve("live.backup").toString());
      refused(run("restore", "live.backup", "--dir", "data", "--replace"), 5, "in use by process");
      assertThat(json("status", "-c", "ballast.yml", "--json").get("running").asBoolean()).isTrue();

      engine.destroy();
      assertThat(engine.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(engine.exitValue()).isZero();
      JsonNode restored = json("restore", "live.backup", "--dir", "data", "--replace", "--json");
      assertThat(restored.get("decisions")).isEqualTo(backup.get("decisions"));
      assertThat(run("verify", "-c", "ballast.yml").code()).isZero();
    } finally {
      started.forEach(Process::destroyForcibly);
    }
  }

  private Process ballast(List<Process> started, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "ballast.Main"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    started.add(process);
    return process;
  }

  private static String firstLine(Process process, String holding) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    List<String> said = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      if (line.contains(holding)) {
        return line;
      }
    }
    throw new AssertionError("it never said \"" + holding + "\" but " + said);
  }

  /** Its first answer takes long on a busy machine, longer than an engine waits. */
  private static void awake(String url) throws IOException {
    try (InputStream answer = URI.create(url + "/api/v3/time").toURL().openStream()) {
      assertThat(answer.readAllBytes()).isNotEmpty();
    }
  }

  private void configure(String url) throws IOException {
    SecretFile.writeLogin(directory);
    Files.writeString(
        directory.resolve("ballast.yml"),
        """
        mode: paper
        dir: ./data
        venue: { rest: "%s" }
        accounts:
          - id: main
            api-key: "file:key"
            secret: "file:secret"
            schedule: "every 1s"
            strategy: hold
        """
            .formatted(url));
  }
}
