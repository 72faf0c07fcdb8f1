package ballast;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Shell.Said;
import ballast.journal.Journal;
import ballast.journal.JournalStore;
import ballast.journal.RandomLife;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator asks of a journal, and mistypes. */
class JournalQuestionsTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @BeforeEach
  void live() {
    try (Journal journal = JournalStore.open(directory.resolve("data"), System::nanoTime)) {
      new RandomLife(7, journal, 1).live(40);
    }
  }

  private Said run(String line) {
    return new Shell(directory).run(line.split(" "));
  }

  private static void refused(Said said, String... mentions) {
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).hasLineCount(1).startsWith("ballast: ").contains(mentions);
    assertThat(said.code()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report daily --db data --account nix",
        "report decisions --db data --account nix",
        "report audit --db data --account nix",
        "replay --db data --account nix",
        "replay --db data --account nix --strategy hold",
        "export --db data --format ndjson --out out --account nix",
        "pause --db data --account nix",
      })
  void refusesAnAccountThatTheJournalDoesNotHave(String line) {
    refused(run(line), "the journal has no account nix; it has ");
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void aMistypedAccountLeavesAnEarlierExportAsItWas() throws IOException {
    assertThat(run("export --db data --format csv --out out").code()).isZero();
    Path file = directory.resolve("out").resolve("decisions.csv");
    String good = Files.readString(file);
    refused(run("export --db data --format csv --out out --account nix"), "nix");
    assertThat(file).hasContent(good);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report daily --db data --from 2027-01-01 --to 2026-01-01",
        "report decisions --db data --from 2027-01-01 --to 2027-01-01",
        "replay --db data --from 2027-01-01T00:00:00Z --to 2026-12-31",
        "export --db data --format csv --out out --from 2027-01-01 --to 2026-01-01",
      })
  void refusesASpanThatEndsBeforeItBegins(String line) {
    refused(run(line), "--from 2027-01-01", "is not before --to");
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void verifySaysThatAnEmptyJournalProvesNothing() {
    JournalStore.open(directory.resolve("empty"), System::nanoTime).close();
    Said said = run("verify --db empty");
    assertThat(said.out())
        .contains("the journal is empty: nothing was proved")
        .doesNotContain("everything holds");
    assertThat(said.code()).isZero();
    assertThat(run("verify --db data").out()).contains("everything holds");
  }
}
