package ballast;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Shell.Said;
import ballast.journal.Journal;
import ballast.journal.JournalStore;
import ballast.journal.RandomLife;
import ballast.journal.Ticks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Archiving as an operator types it. */
class ArchiveCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Instant START = Instant.ofEpochMilli(Ticks.START);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  private Said run(String... arguments) {
    // the life begins in the middle of June 2025
    InstantSource august = InstantSource.fixed(START.plus(Duration.ofDays(50)));
    return new Shell(directory, august).run(arguments);
  }

  private JsonNode json(String... arguments) {
    Said said = run(arguments);
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out()).hasLineCount(1);
    return JSON.readTree(said.out());
  }

  private static void refused(Said said, int code, String mentions) {
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).hasLineCount(1).startsWith("ballast: ").contains(mentions);
    assertThat(said.code()).isEqualTo(code);
  }

  private void live() {
    try (Journal journal = JournalStore.open(directory.resolve("data"), System::nanoTime)) {
      new RandomLife(21, journal, 1).live(120);
      long policy = journal.adopt("main", Ticks.POLICY, Ticks.START);
      var later = Ticks.account(Ticks.START + Duration.ofDays(20).toMillis(), "2.4");
      journal.record(
          "main",
          policy,
          later,
          Ticks.decide(Ticks.POLICY, later, journal.books("main", later.readAtMillis())));
    }
  }

  @Test
  void theDrillGoesRound() throws Exception {
    live();
    JsonNode before = json("verify", "--db", "data", "--json");
    String[] report = {"report", "decisions", "--db", "data", "--format", "csv"};
    String decisions = run(report).out();

    JsonNode planned = json("archive", "--db", "data", "--dry-run", "--json");
    assertThat(planned.get("months")).hasSize(1);
    assertThat(planned.get("months").get(0).get("file").asString()).isEmpty();
    assertThat(directory.resolve("data/archive")).doesNotExist();

    JsonNode done = json("archive", "--db", "data", "--until", "2025-06", "--json");
    JsonNode month = done.get("months").get(0);
    assertThat(month.get("month").asString()).isEqualTo("2025-06");
    assertThat(month.get("ticks")).isEqualTo(planned.get("months").get(0).get("ticks"));
    assertThat(month.get("calls")).isEqualTo(planned.get("months").get(0).get("calls"));
    Path file = Path.of(month.get("file").asString());
    assertThat(file).isRegularFile().hasSize(month.get("bytes").asLong());

    assertThat(json("verify", "--db", "data", "--json")).isEqualTo(before);
    assertThat(run(report).out()).isEqualTo(decisions);
    assertThat(run("archive", "--db", "data").out())
        .isEqualTo("nothing to move: no closed month up to 2025-06 has ticks in the journal\n");

    Files.delete(file);
    refused(run("verify", "--db", "data"), 5, file + " is missing");
    refused(run("replay", "--db", "data"), 5, file + " is missing");
    assertThat(run(report).code()).isEqualTo(5);
    assertThat(run(report).err()).hasLineCount(1).contains(file + " is missing");
    assertThat(run("status", "--db", "data").code()).isZero();
  }

  @Test
  void aBackupSaysThatArchivesAreNotInItAndIsRestoredWithoutThem() throws Exception {
    live();
    Path file =
        Path.of(
            json("archive", "--db", "data", "--json").get("months").get(0).get("file").asString());
    JsonNode heads = json("verify", "--db", "data", "--json").get("heads");
    JsonNode backup = json("backup", "--db", "data", "--out", "one.backup", "--json");
    assertThat(backup.get("heads")).isEqualTo(heads);
    assertThat(backup.get("archives").get(0).asString()).isEqualTo(file.toString());
    assertThat(backup.get("missingArchives")).isEmpty();
    assertThat(run("backup", "--db", "data", "--out", "two.backup").out())
        .contains("archives    1 files are not in it: copy them too", file.toString());

    JsonNode restored = json("restore", "one.backup", "--dir", "drill", "--json");
    assertThat(restored.get("decisions")).isEqualTo(backup.get("decisions"));
    Path wanted = Path.of(restored.get("missingArchives").get(0).asString());
    assertThat(wanted).isEqualTo(directory.resolve("drill/archive").resolve(file.getFileName()));
    assertThat(run("status", "--db", "drill").code()).isZero();
    refused(run("verify", "--db", "drill"), 5, wanted + " is missing");
    assertThat(json("backup", "--db", "drill", "--json").get("missingArchives")).hasSize(1);

    Files.createDirectories(wanted.getParent());
    Files.copy(file, wanted);
    assertThat(run("verify", "--db", "drill").out()).contains("everything holds");
    assertThat(run("restore", "two.backup", "--dir", "drill", "--replace").out())
        .doesNotContain("missing");
  }

  @Test
  void anotherFolderIsRemembered() {
    live();
    assertThat(run("archive", "--db", "data", "--to", "cold").out())
        .startsWith("moved       main 2025-06: ")
        .contains("bytes in " + directory.resolve("cold/main-2025-06-"))
        .contains("Copy these files to where backups go");
    assertThat(run("verify", "--db", "data").code()).isZero();
  }

  @Test
  void whatCannotBeDoneIsOneLine() {
    live();
    refused(run("archive", "--db", "data", "--until", "2025-08"), 2, "2025-08 is not over");
    refused(run("archive", "--db", "data", "--until", "June"), 2, "a month such as 2026-09");
    refused(run("archive", "--db", "nowhere"), 5, "there is no journal");
    try (Journal engine = JournalStore.open(directory.resolve("data"), System::nanoTime)) {
      assertThat(engine.reader().accounts()).isNotEmpty();
      refused(run("archive", "--db", "data"), 5, "in use by this process: stop it first");
    }
  }
}
