package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.journal.HostLock.Holder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may keep an account beside whom on one host. */
class HostLockTest {
  private static final String KEY =
      AccountKey.of("live", "the-key".getBytes(StandardCharsets.US_ASCII)).fingerprint();
  private static final Holder ENGINE = new Holder(4711, "/srv/one", "/srv/one");
  private static final Holder ANOTHER = new Holder(4712, "/srv/two", "/srv/two");

  @TempDir Path parent = Path.of("");

  private HostLock take(String name, Holder holder) {
    return HostLock.take(parent.resolve("locks"), "main", name, holder);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(parent.resolve("locks"))) {
      return files.toList();
    }
  }

  @Test
  void anotherJournalsEngineIsRefusedInOneLineUntilTheFirstHasEnded() throws IOException {
    try (HostLock lock = take("live-" + KEY, ENGINE)) {
      assertThatThrownBy(() -> take("live-" + KEY, ANOTHER))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("process 4711 with another journal, that of /srv/one")
          .message()
          .hasLineCount(1);
      assertThat(files()).as("the refused one leaves nothing").hasSize(1);
    }
    take("live-" + KEY, ANOTHER).close();
    assertThat(files()).isEmpty();
  }

  @Test
  void enginesOfOneJournalHoldItTogether() {
    Holder leader = new Holder(1, "/srv/one", "jdbc:postgresql://db/ballast");
    Holder standby = new Holder(2, "/srv/two", "jdbc:postgresql://db/ballast");
    try (HostLock first = take("live-" + KEY, leader)) {
      try (HostLock second = take("live-" + KEY, standby)) {
        first.close();
        assertThatThrownBy(() -> take("live-" + KEY, ANOTHER)).hasMessageContaining("process 2 ");
      }
    }
  }

  @Test
  void anotherExchangeOrKeyIsAnotherAccount() {
    try (HostLock live = take("live-" + KEY, ENGINE);
        HostLock paper = take("paper-18080-" + KEY, ANOTHER);
        HostLock key = take("live-" + "0".repeat(64), ANOTHER)) {
      assertThat(List.of(live, paper, key)).doesNotHaveDuplicates();
    }
  }

  @Test
  void whatAKilledEngineLeftIsClearedAway() throws IOException {
    Path left;
    try (HostLock lock = take("live-" + KEY, ENGINE)) {
      left = Files.copy(files().get(0), parent.resolve("locks/live-" + KEY + "-1.lock"));
      assertThat(lock).isNotNull();
    }
    assertThat(files()).containsExactly(left);
    try (HostLock lock = take("live-" + KEY, ANOTHER)) {
      assertThat(lock).isNotNull();
      assertThat(files()).hasSize(1).doesNotContain(left);
    }
  }

  @Test
  void onlyItsOwnerMayLookAndNothingShowsTheKey() throws IOException {
    try (HostLock lock = take("live-" + KEY, ENGINE)) {
      assertThat(lock).isNotNull();
      Path folder = parent.resolve("locks");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
      assertThat(files().get(0).getFileName().toString()).doesNotContain("the-key");
      assertThat(Files.readString(files().get(0))).isEqualTo("4711\n/srv/one\n/srv/one\n");
    }
  }
}
