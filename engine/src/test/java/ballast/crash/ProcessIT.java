package ballast.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import ballast.crash.Ballast.Said;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator does to a running engine, and what other commands meet beside it. */
class ProcessIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private World world;

  @BeforeEach
  void opens() throws IOException {
    world = World.open(folder, 1, "1s");
  }

  @AfterEach
  void closes() {
    world.close();
  }

  private Said run(String... arguments) {
    return Ballast.run(folder, arguments);
  }

  @Test
  void aSecondEngineIsRefusedAndOtherCommandsAreForwarded() throws Exception {
    try (Ballast engine = world.engine()) {
      Said second = run("run", "-c", "ballast.yml");
      assertThat(second.code()).isEqualTo(5);
      assertThat(second.err())
          .hasLineCount(1)
          .contains("in use by process " + engine.id(), "stop it first");
      world.configure("other", "other", "");
      Said other = run("run", "-c", "other.yml");
      assertThat(other.code()).isEqualTo(5);
      assertThat(other.err())
          .hasLineCount(1)
          .contains("main is kept on this host by process " + engine.id(), world.data().toString());

      Said status = run("status", "-c", "ballast.yml", "--json");
      assertThat(status.code()).as(status.err()).isZero();
      assertThat(status.out()).contains("\"main\"");
      Said pause = run("pause", "-c", "ballast.yml", "--reason", "drill");
      assertThat(pause.code()).as(pause.err()).isZero();
      assertThat(run("status", "-c", "ballast.yml", "--json").out()).contains("FUTURE_TO_EARN");
      Said report = run("report", "decisions", "-c", "ballast.yml", "--format", "json");
      assertThat(report.code()).as(report.err()).isZero();
      assertThat(JSON.readTree(report.out()).size()).isPositive();
      assertThat(engine.terminate().code()).isZero();
    }
    assertThat(run("verify", "-c", "ballast.yml").code()).isZero();
  }

  @Test
  void aStoppedProcessDecidesOnceWhenItGoesOn() throws Exception {
    try (Ballast engine = world.engine()) {
      engine.goOn(2_500);
      engine.signal("STOP");
      Instant stopped = now();
      engine.goOn(5_000);
      Instant resumed = now();
      engine.signal("CONT");
      engine.goOn(2_500);
      assertThat(engine.terminate().code()).isZero();

      List<Instant> times = decided();
      assertThat(times).isNotEmpty();
      assertThat(times)
          .as("nothing is decided while stopped")
          .noneMatch(time -> time.isAfter(stopped.plusMillis(500)) && time.isBefore(resumed));
      List<Instant> after = times.stream().filter(time -> !time.isBefore(resumed)).toList();
      assertThat(after).as("it went on").isNotEmpty();
      assertThat(after.stream().filter(time -> time.isBefore(resumed.plusMillis(900))))
          .as("at most one fresh decision and the next by the schedule, of %s", after)
          .hasSizeLessThanOrEqualTo(2);
      assertThat(after.stream().map(Instant::getEpochSecond))
          .as("one a second, of %s", after)
          .doesNotHaveDuplicates();
    }
  }

  private Instant now() throws IOException, InterruptedException {
    return Instant.ofEpochMilli(world.state().get("time").asLong());
  }

  private List<Instant> decided() {
    Said said = run("report", "decisions", "-c", "ballast.yml", "--format", "json");
    assertThat(said.code()).as(said.err()).isZero();
    List<Instant> times = new ArrayList<>();
    for (JsonNode decision : JSON.readTree(said.out())) {
      times.add(Instant.parse(decision.get("time").asString()));
    }
    return times;
  }

  @Test
  void aTransferInHandIsFinishedBeforeItEnds() throws Exception {
    world.faults(
        """
        {"seed": 1, "faults": [
          {"kind": "timeout-after-effect", "path": "POST /sapi", "hang": "2s"}]}
        """);
    try (Ballast engine = world.engine()) {
      await().atMost(PATIENCE).until(() -> !world.ledger().isEmpty());
      Said said = engine.terminate();
      assertThat(said.code()).as(said.err()).isZero();
    }
    JsonNode intents = world.intentsOnDisk();
    assertThat(intents.size()).isEqualTo(1);
    assertThat(intents.get(0).get("state").asString()).isEqualTo("UNKNOWN");
    assertThat(world.data().resolve("control")).doesNotExist();
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsOnePlainLine() throws Exception {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Path config = folder.resolve("ballast.yml");
    Files.writeString(
        config, Files.readString(config).replace("dir: ./data", "dir: ./locked/data"));
    try (Ballast engine = asSomeoneElse(locked, "run", "-c", "ballast.yml")) {
      Said said = engine.end();
      assertThat(said.code()).as(said.err()).isEqualTo(5);
      assertThat(said.err()).hasLineCount(1).contains(locked.toString(), "cannot be used");
    }
  }

  /** A limit on the size of files stands in for a full disk: the journal's next write fails. */
  @Test
  @Tag("minutes")
  void aFullDiskEndsItInOneLineAndLosesNoTransfer() throws Exception {
    Path prlimit = Path.of("/usr/bin/prlimit");
    assumeThat(prlimit).as("a full disk needs prlimit").isExecutable();
    try (Ballast engine = world.engine()) {
      assertThat(engine.terminate().code()).isZero();
    }
    long full = Files.size(world.data().resolve("ballast.mv.db")) + 20_000;
    try (Ballast engine =
        Ballast.start(
            folder, List.of(prlimit.toString(), "--fsize=" + full), "run", "-c", "ballast.yml")) {
      Said said = engine.end();
      assertThat(said.code()).as(said.err()).isEqualTo(5);
      assertThat(said.err().lines().filter(line -> line.startsWith("ballast: ")))
          .as(said.err())
          .hasSize(1)
          .first()
          .asString()
          .contains("journal");
    }
    assertThat(settledAfterRestart()).isNotEmpty().isEqualTo(world.ledger());
    assertThat(run("verify", "-c", "ballast.yml").code()).isZero();
  }

  private List<World.Transfer> settledAfterRestart() throws Exception {
    try (Ballast engine = world.engine()) {
      world.ask("pause", "--db", "data", "--reason", "to compare");
      world.clock("{\"advance\": \"PT12M\"}");
      await().atMost(PATIENCE).until(() -> open().isEmpty());
      assertThat(engine.terminate().code()).isZero();
    }
    List<World.Transfer> settled = new ArrayList<>();
    for (JsonNode intent : world.intentsOnDisk()) {
      if (intent.get("state").asString().equals("SETTLED")) {
        settled.add(
            new World.Transfer(
                intent.get("direction").asString(),
                new BigDecimal(intent.get("amount").asString())));
      }
    }
    return settled;
  }

  private List<JsonNode> open() throws IOException {
    return world.intents().valueStream().filter(each -> each.get("settledAt").isNull()).toList();
  }

  /** Where the tests run as root, permissions do not hold: another user is needed. */
  private Ballast asSomeoneElse(Path locked, String... arguments) throws IOException {
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    if (!Files.isWritable(locked)) {
      return Ballast.start(folder, arguments);
    }
    Path setpriv = Path.of("/usr/bin/setpriv");
    assumeThat(setpriv).as("as root this test needs setpriv").isExecutable();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    return Ballast.start(
        folder,
        List.of(setpriv.toString(), "--reuid=65534", "--regid=65534", "--clear-groups"),
        arguments);
  }
}
