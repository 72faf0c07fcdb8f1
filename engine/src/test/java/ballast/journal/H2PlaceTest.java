package ballast.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The H2 file: made whole or not at all, held by one process, never replaced. */
class H2PlaceTest {
  @TempDir Path parent = Path.of("");

  private Path directory() throws IOException {
    Path directory = Files.createDirectory(parent.resolve("journal"));
    FreshH2.copyTo(directory);
    return directory;
  }

  @Test
  void aFolderNamedLikeASettingIsRefused() throws Exception {
    Path named = parent.resolve("x;INIT=CREATE TABLE planted(x INT)");
    assertThatThrownBy(() -> JournalStore.open(named, System::nanoTime))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("a directory with a semicolon cannot hold a journal");
    assertThat(named).doesNotExist();
    Path link = Files.createSymbolicLink(parent.resolve("link"), Files.createDirectory(named));
    assertThatThrownBy(() -> JournalStore.open(link, System::nanoTime))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("a directory with a semicolon cannot hold a journal");
    assertThat(named).isEmptyDirectory();
  }

  @Test
  void onlyTheOwnerMayReadWhatIsMade() throws Exception {
    Path fresh = parent.resolve("fresh");
    JournalStore.open(fresh, System::nanoTime).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
        .isEqualTo("rwx------");
    try (var files = Files.list(fresh)) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder("ballast.mv.db", "password", "reader-password", "lock");
    }
    for (String name : new String[] {"ballast.mv.db", "password", "reader-password", "lock"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh.resolve(name))))
          .as(name)
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aSecondProcessIsRefusedInOneLine() throws Exception {
    Path directory = directory();
    try (Journal journal = JournalStore.open(directory, System::nanoTime)) {
      Process other =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  SecondProcess.class.getName(),
                  directory.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(other.getInputStream().readAllBytes(), UTF_8);
      assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(said.strip())
          .startsWith("locked: the journal in ")
          .contains("process " + ProcessHandle.current().pid())
          .hasLineCount(1);
      assertThatThrownBy(() -> JournalStore.open(directory, System::nanoTime))
          .isInstanceOfSatisfying(JournalException.class, e -> assertThat(e.locked()).isTrue());
      journal.adopt("main", Ticks.POLICY, Ticks.START);
    }
    JournalStore.open(directory, System::nanoTime).close();
  }

  /** Tries to open the journal that another process holds. */
  static final class SecondProcess {
    private SecondProcess() {}

    public static void main(String[] arguments) {
      try {
        JournalStore.open(Path.of(arguments[0]), System::nanoTime).close();
        System.out.println("opened");
      } catch (JournalException e) {
        System.out.println((e.locked() ? "locked: " : "") + e.getMessage());
      }
    }
  }

  @Test
  void whatIsDurableIsInACopyTakenWhileItRuns() throws Exception {
    Path directory = directory();
    Path copy = Files.createDirectory(parent.resolve("copy"));
    Intent intent;
    try (Journal journal = JournalStore.open(directory, System::nanoTime)) {
      KeptAccount account = KeptAccount.adopted(journal, "main");
      account.hold(Ticks.START);
      intent = account.sent(Ticks.START);
      for (String name : new String[] {"ballast.mv.db", "password"}) {
        Files.copy(directory.resolve(name), copy.resolve(name));
      }
    }
    try (Journal journal = JournalStore.open(copy, System::nanoTime)) {
      assertThat(journal.books("main", Ticks.START).open()).contains(intent);
      assertThat(journal.reader().check().breaks()).isEmpty();
      assertThat(journal.reader().check().links()).isEqualTo(4);
    }
  }

  @Test
  void whatIsClosedTakesTheRoomOfItsRowsAndStaysPrivate() throws Exception {
    Path directory = directory();
    Path file = directory.resolve("ballast.mv.db");
    long open;
    try (Journal journal = JournalStore.open(directory, System::nanoTime)) {
      holdAndFlush(journal, 0, 150);
      open = Files.size(file);
    }
    assertThat(Files.size(file)).isLessThan(open / 4);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (Journal journal = JournalStore.open(directory, System::nanoTime)) {
      assertThat(journal.reader().check().links()).isEqualTo(150);
      assertThat(journal.reader().check().breaks()).isEmpty();
    }
  }

  @Test
  void anOpenFileIsWrittenAnewOnceItHasGrownUnlessItIsBeingRead() throws Exception {
    Path directory = directory();
    Path file = directory.resolve("ballast.mv.db");
    long mayGrow = 300 << 10;
    H2Place place = H2Place.open(directory, Schema.CURRENT, "", new Growth(0, mayGrow, 1L << 30));
    long whole = Files.size(file);
    try (SqlJournal journal = new SqlJournal(place, System::nanoTime, 86_400_000)) {
      holdAndFlush(journal, 0, 200);
      long grown = Files.size(file);
      assertThat(grown).isGreaterThan(whole + mayGrow);
      try (Connection reader = place.connect()) {
        journal.rest();
        assertThat(reader.isValid(0)).isTrue();
        assertThat(Files.size(file)).isGreaterThanOrEqualTo(grown);
      }
      journal.rest();
      assertThat(Files.size(file)).isLessThan(whole + mayGrow / 2);
      holdAndFlush(journal, 200, 1);
      assertThat(journal.reader().check().links()).isEqualTo(201);
      assertThat(journal.reader().check().breaks()).isEmpty();
    }
  }

  private static void holdAndFlush(Journal journal, int from, int count) {
    KeptAccount account = KeptAccount.adopted(journal, "main");
    for (int i = from; i < from + count; i++) {
      account.hold(Ticks.START + i * 60_000L);
      journal.flush();
    }
  }

  @Test
  void holdsShareACommitForASecondAtMost() throws Exception {
    AtomicLong clock = new AtomicLong();
    H2Place place = H2Place.open(directory(), Schema.CURRENT);
    try (Journal journal = new SqlJournal(place, clock::get, TimeUnit.HOURS.toMillis(1))) {
      KeptAccount account = KeptAccount.adopted(journal, "main");
      account.hold(Ticks.START);
      clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(999));
      account.hold(Ticks.START + 1);
      assertThat(committed(place)).isZero();
      clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
      account.hold(Ticks.START + 2);
      assertThat(committed(place)).isEqualTo(3);
    }
  }

  @Test
  void aHoldThatNothingFollowsIsCommittedByItself() throws Exception {
    H2Place place = H2Place.open(directory(), Schema.CURRENT);
    try (Journal journal = new SqlJournal(place, () -> 0, 1)) {
      KeptAccount.adopted(journal, "main").hold(Ticks.START);
      await().atMost(Duration.ofSeconds(20)).until(() -> committed(place) == 1);
    }
  }

  private static long committed(H2Place place) throws SQLException {
    try (Connection connection = place.connect();
        Session session = new Session(connection)) {
      return session
          .sql("SELECT COUNT(*) AS links FROM decision")
          .first(row -> row.number("links"))
          .orElseThrow();
    }
  }

  @Test
  void nothingIsAcceptedAfterAFailureOnTheFile() throws Exception {
    AtomicBoolean broken = new AtomicBoolean();
    Place place = failing(H2Place.open(directory(), Schema.CURRENT), broken);
    try (Journal journal = new SqlJournal(place, System::nanoTime, 900)) {
      KeptAccount account = KeptAccount.adopted(journal, "main");
      account.hold(Ticks.START);
      broken.set(true);
      assertThatThrownBy(journal::flush)
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("ballast.mv.db")
          .hasMessageContaining("no space left");
      broken.set(false);
      assertThatThrownBy(() -> journal.books("main", Ticks.START))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("no space left");
    }
  }

  /** The place with a disk that fails commits when told to. */
  private static Place failing(Place place, AtomicBoolean broken) throws SQLException {
    Connection real = place.connect();
    Connection connection = mock(Connection.class, delegatesTo(real));
    doAnswer(
            call -> {
              if (broken.get()) {
                throw new SQLException("no space left on device");
              }
              real.commit();
              return null;
            })
        .when(connection)
        .commit();
    Place failing = mock(Place.class, delegatesTo(place));
    doReturn(connection).when(failing).connect();
    return failing;
  }

  @Test
  void aClosedJournalSaysSo() throws Exception {
    Journal journal = JournalStore.open(directory(), System::nanoTime);
    JournalReader reader = journal.reader();
    journal.close();
    assertThatThrownBy(reader::check).hasMessageContaining("closed");
    assertThatThrownBy(() -> journal.books("main", 0)).hasMessageContaining("closed");
  }

  @Test
  void aDamagedFileIsNamedAndLeftAsItIs() throws Exception {
    Path directory = directory();
    byte[] damaged = "not a database any more".repeat(1000).getBytes(UTF_8);
    Files.write(directory.resolve("ballast.mv.db"), damaged);
    assertThatThrownBy(() -> JournalStore.open(directory, System::nanoTime))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("ballast.mv.db")
        .hasMessageContaining("restore");
    assertThat(Files.readAllBytes(directory.resolve("ballast.mv.db"))).isEqualTo(damaged);
  }

  /** H2 opens such a file as it was some commits earlier, even as an empty one. */
  @Test
  void aFileThatWasCutOffIsRefusedAndLeftAsItIs() throws Exception {
    Path directory = directory();
    try (Journal journal = JournalStore.open(directory, System::nanoTime)) {
      new LargeJournal(journal, 2, Ticks.START, 300_000, false).live(40);
      ((SqlJournal) journal).rest();
      byte[] whole = Files.readAllBytes(directory.resolve("ballast.mv.db"));
      for (int bytes = whole.length - 4_096; bytes > 8_192; bytes -= 16_384) {
        byte[] cut = Arrays.copyOf(whole, bytes);
        Path killed = asKilled(directory, cut);
        assertThatThrownBy(() -> JournalStore.open(killed, System::nanoTime))
            .as("%s of %s bytes", bytes, whole.length)
            .isInstanceOf(JournalException.class)
            .hasMessageContaining("ballast restore BACKUP --replace --dir " + killed);
        assertThat(Files.readAllBytes(killed.resolve("ballast.mv.db"))).isEqualTo(cut);
      }
      try (Journal opened = JournalStore.open(asKilled(directory, whole), System::nanoTime)) {
        assertThat(opened.reader().check().breaks()).isEmpty();
      }
    }
  }

  /** The files of an open journal, with the database as given. */
  private Path asKilled(Path running, byte[] database) throws IOException {
    Path killed = Files.createDirectory(parent.resolve("killed-" + database.length));
    for (String name : List.of("password", "reader-password", "reached")) {
      Files.copy(running.resolve(name), killed.resolve(name));
    }
    Files.write(killed.resolve("ballast.mv.db"), database);
    return killed;
  }

  @Test
  void anOlderCopyPutInPlaceByHandIsRefused() throws Exception {
    Path directory = directory();
    try (Journal journal = JournalStore.open(directory, System::nanoTime)) {
      new LargeJournal(journal, 2, Ticks.START, 300_000, false).live(10);
    }
    Path file = directory.resolve("ballast.mv.db");
    byte[] older = Files.readAllBytes(file);
    try (Journal journal = JournalStore.open(directory, System::nanoTime)) {
      new LargeJournal(journal, 3, Ticks.START + 9_000_000, 300_000, false).live(5);
    }
    Files.write(file, older);
    assertThatThrownBy(() -> JournalStore.open(directory, System::nanoTime))
        .hasMessageContaining("its end is missing, account main had reached ")
        .hasMessageContaining("restore");
  }

  @Test
  void aDamagedNoteOfHowFarItReachesIsNamed() throws Exception {
    Path directory = directory();
    JournalStore.open(directory, System::nanoTime).close();
    Files.writeString(directory.resolve("reached"), "main\n");
    assertThatThrownBy(() -> JournalStore.open(directory, System::nanoTime))
        .hasMessageContaining("the file reached beside it cannot be read")
        .hasMessageContaining("restore");
  }

  @Test
  void aLostFileIsNotReplacedByAnEmptyOne() throws Exception {
    Path directory = directory();
    JournalStore.open(directory, System::nanoTime).close();
    Files.delete(directory.resolve("ballast.mv.db"));
    assertThatThrownBy(() -> JournalStore.open(directory, System::nanoTime))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("restore");
    assertThat(directory.resolve("ballast.mv.db")).doesNotExist();
  }

  @Test
  void aHalfMadeFileIsMadeAnew() throws Exception {
    Path directory = Files.createDirectory(parent.resolve("half"));
    Files.writeString(directory.resolve("ballast-new.mv.db"), "power was cut here");
    try (Journal journal = JournalStore.open(directory, System::nanoTime)) {
      assertThat(journal.reader().accounts()).isEmpty();
    }
    assertThat(directory.resolve("ballast-new.mv.db")).doesNotExist();
  }

  @Test
  void aJournalOfANewerBallastIsRefused() throws Exception {
    Path directory = directory();
    Schema older = new Schema(Schema.CURRENT.location(), Schema.CURRENT.version() - 1);
    assertThatThrownBy(() -> H2Place.open(directory, older))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("use the newer Ballast");
  }

  @Test
  void theSchemaVersionIsTheLastMigration() throws Exception {
    try (H2Place place = H2Place.open(directory(), Schema.CURRENT);
        Connection connection = place.connect()) {
      assertThat(Schema.versionOf(connection)).isEqualTo(Schema.CURRENT.version());
    }
  }

  @Test
  void aFailedMigrationPutsTheFileBack() throws Exception {
    Path directory = directory();
    Path scripts = Files.createDirectory(parent.resolve("scripts"));
    int last = Schema.CURRENT.version();
    Path wrong = scripts.resolve("V" + (last + 2) + "__wrong.sql");
    Files.writeString(
        scripts.resolve("V" + (last + 1) + "__more.sql"), "CREATE TABLE more (id BIGINT)");
    Files.writeString(wrong, "CREATE TABLE account (id BIGINT)");
    Schema broken = new Schema(Schema.CURRENT.location() + ",filesystem:" + scripts, last + 2);
    assertThatThrownBy(() -> H2Place.open(directory, broken))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("migrating");
    try (Journal journal = JournalStore.open(directory, System::nanoTime)) {
      assertThat(journal.reader().accounts()).isEmpty();
    }
    Files.delete(wrong);
    H2Place.open(directory, new Schema(broken.location(), last + 1)).close();
    assertThatThrownBy(() -> JournalStore.open(directory, System::nanoTime))
        .hasMessageContaining("newer");
  }

  @Test
  void aTransferNeedsSixtyFourMebibytesOfFreeDisk() {
    long needed = 64L << 20;
    assertThat(H2Place.noRoom(parent, needed)).isEmpty();
    assertThat(H2Place.noRoom(parent, needed - 1))
        .contains(
            "the disk is low: only 63 MiB are free in "
                + parent
                + ", a transfer needs 64: make room");
  }
}
