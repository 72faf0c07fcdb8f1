package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.decide.Decision;
import ballast.decide.Rule;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A backup has all that was durable, or is no backup; a restored journal waits for a person. */
class H2BackupTest {
  private static final int FLIPS = Integer.getInteger("ballast.flips", 30);
  private static final long NOW = Ticks.START + 400L * 86_400_000;

  @TempDir Path parent = Path.of("");
  private Path directory = parent;
  private Path file = parent;

  @BeforeEach
  void places() throws IOException {
    directory = Files.createDirectory(parent.resolve("journal"));
    FreshH2.copyTo(directory);
    file = parent.resolve("one.backup");
  }

  private Journal open() {
    return JournalStore.open(directory, System::nanoTime);
  }

  private ChainCheck check(Path where) {
    try (Journal journal = JournalStore.open(where, System::nanoTime)) {
      return journal.reader().check();
    }
  }

  private Restore.Done restore(Path to, boolean replace) {
    return Restore.of(file, to, replace, NOW, System::nanoTime);
  }

  private List<String> filesIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void holdsEveryChainAndOnlyItsOwnerMayReadIt() throws Exception {
    ChainCheck check;
    Backup backup;
    try (Journal journal = open()) {
      new RandomLife(11, journal, 3).live(200);
      backup = journal.backup(file, NOW);
      check = journal.reader().check();
    }
    assertThat(backup.heads()).isEqualTo(check.heads()).hasSize(3);
    assertThat(backup.bytes()).isEqualTo(Files.size(file));
    assertThat(backup.decisions()).isBetween(150L, 200L);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(filesIn(parent)).containsExactly("journal", "one.backup");
  }

  @Test
  void comesBackWithTheSameRowsAndAPauseBehindThem() {
    Backup backup;
    long links;
    try (Journal journal = open()) {
      new RandomLife(12, journal, 3).live(100);
      backup = journal.backup(file, NOW);
      links = journal.reader().check().links();
    }
    Path elsewhere = parent.resolve("new/place");
    Restore.Done done = restore(elsewhere, false);
    assertThat(done.decisions()).isEqualTo(backup.decisions());
    assertThat(done.aside()).isEmpty();
    ChainCheck check = check(elsewhere);
    assertThat(check.breaks()).isEmpty();
    assertThat(check.heads()).isEqualTo(done.heads());
    assertThat(check.links()).isGreaterThanOrEqualTo(links + 3);
    try (Journal journal = JournalStore.open(elsewhere, System::nanoTime)) {
      for (String account : journal.reader().accounts()) {
        assertThat(journal.books(account, NOW).paused()).containsExactly(Direction.values());
        assertThat(journal.reader().acts(Span.of(account)))
            .last()
            .satisfies(act -> assertThat(act.isRestore()).isTrue())
            .extracting(OperatorAct::reason)
            .isEqualTo("restored from one.backup, by ballast");
      }
    }
  }

  /** The writer never waits for the copy, so a copy may begin and end anywhere. */
  @Test
  void holdsWhatWasDurableWhenItBeganWhileTicksGoOn() throws Exception {
    long seed = System.nanoTime();
    Semaphore ticks = new Semaphore(0);
    AtomicBoolean stop = new AtomicBoolean();
    try (Journal journal = open()) {
      RandomLife life = new RandomLife(seed, journal, 3);
      CompletableFuture<Void> writer =
          CompletableFuture.runAsync(
              () -> {
                while (!stop.get()) {
                  ticks.acquireUninterruptibly();
                  life.live(1);
                }
              });
      long decisions = 0;
      for (int i = 0; i < 8; i++) {
        ticks.release(40);
        Backup backup = journal.backup(parent.resolve(i + ".backup"), NOW + i);
        assertThat(backup.decisions()).as("seed " + seed).isGreaterThanOrEqualTo(decisions);
        decisions = backup.decisions();
      }
      stop.set(true);
      ticks.release();
      writer.join();
      assertThat(decisions).as("written meanwhile, seed " + seed).isGreaterThan(50);
      assertThat(journal.reader().check().breaks()).isEmpty();
    }
  }

  @Test
  void anyDamagedByteIsSeen() throws Exception {
    try (Journal journal = open()) {
      new RandomLife(13, journal, 1).live(30);
      journal.backup(file, NOW);
    }
    byte[] whole = Files.readAllBytes(file);
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      int at = i < 10 ? i : i < 90 ? whole.length - 1 - (i - 10) : random.nextInt(whole.length);
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      refused(flipped, "seed " + seed + ", byte " + at);
    }
    for (int length : new int[] {0, 1, 64, 65, whole.length / 2, whole.length - 1}) {
      refused(Arrays.copyOf(whole, length), "cut to " + length);
    }
    refused(Arrays.copyOf(whole, whole.length + 1), "a byte more");
    assertThat(filesIn(parent)).containsExactly("journal", "one.backup");
  }

  private void refused(byte[] bytes, String what) throws IOException {
    Files.write(file, bytes);
    assertThatThrownBy(() -> restore(parent.resolve("never"), false))
        .as(what)
        .isInstanceOf(JournalException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("use another one");
  }

  @Test
  void aBackupThatWasMadeUpIsSeen() throws Exception {
    Path copy = parent.resolve("copy.zip");
    try (Journal journal = open()) {
      new RandomLife(14, journal, 1).live(30);
      journal.backup(copy, NOW);
    }
    Manifest manifest = BackupFile.manifest(copy);
    String password = Files.readString(directory.resolve("password"));
    BackupFile.write(
        file,
        copy,
        password,
        new Manifest(NOW, Schema.CURRENT.version(), manifest.decisions() + 1, manifest.heads()));
    assertThatThrownBy(() -> restore(parent.resolve("to"), false))
        .hasMessageContaining("does not hold what it says");
    Files.delete(file);
    BackupFile.write(
        file,
        copy,
        password,
        new Manifest(NOW, Schema.CURRENT.version() + 1, manifest.decisions(), manifest.heads()));
    assertThatThrownBy(() -> restore(parent.resolve("to"), false))
        .hasMessageContaining("use the newer Ballast");
    assertThat(parent.resolve("to/ballast.mv.db")).doesNotExist();
  }

  @Test
  void aJournalWhoseChainIsBrokenGivesNoBackup() throws Exception {
    try (Journal journal = open()) {
      new RandomLife(15, journal, 1).live(30);
      journal.flush();
      FreshH2.edit(directory, "UPDATE decision SET amount_e8 = amount_e8 + 1");
      assertThatThrownBy(() -> journal.backup(parent.resolve("made/here/x.backup"), NOW))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("account main")
          .hasMessageContaining("verify");
    }
    assertThat(filesIn(parent)).containsExactly("journal");
  }

  @Test
  void aPlaceThatCannotBeWrittenStaysAsItIsAndTheJournalGoesOn() throws Exception {
    Files.writeString(file, "a file");
    try (Journal journal = open()) {
      RandomLife life = new RandomLife(16, journal, 1);
      life.live(10);
      assertThatThrownBy(() -> journal.backup(file, NOW)).hasMessageContaining("already");
      assertThatThrownBy(() -> journal.backup(file.resolve("below/x.backup"), NOW))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("nothing of it is left")
          .hasMessageNotContaining("\n");
      life.live(10);
      assertThat(journal.reader().check().breaks()).isEmpty();
    }
    assertThat(filesIn(parent)).containsExactly("journal", "one.backup");
    assertThat(file).hasContent("a file");
  }

  @Test
  void aRestoredAccountMovesNothingUntilItIsResumed() {
    try (Journal journal = open()) {
      journal.adopt("main", Ticks.POLICY, Ticks.START);
      journal.backup(file, NOW);
    }
    Path to = parent.resolve("to");
    restore(to, false);
    AccountSnapshot inNeed = Ticks.account(NOW, "1.4");
    try (Journal journal = JournalStore.open(to, System::nanoTime)) {
      Decision refused = Ticks.decide(Ticks.POLICY, inNeed, journal.books("main", NOW));
      assertThat(refused.kind()).isEqualTo(Decision.Kind.REFUSED);
      assertThat(refused.rule()).contains(Rule.PAUSED);
      journal.act(
          new OperatorAct(
              "main", NOW, OperatorAct.Kind.RESUME, Optional.empty(), 0, "balances compared"));
      assertThat(Ticks.decide(Ticks.POLICY, inNeed, journal.books("main", NOW)).kind())
          .isEqualTo(Decision.Kind.MOVE);
    }
  }

  /** A flipped byte is either in no row, or it is seen: by H2, which says so, or by the chain. */
  @Test
  void aDamagedJournalNeverPassesForAWholeOne() throws Exception {
    ChainCheck whole;
    // as small as it gets when it closes, so that nearly every byte counts
    H2Place place =
        H2Place.open(directory, Schema.CURRENT, "", new Growth(0, Long.MAX_VALUE, Long.MAX_VALUE));
    try (Journal journal = new SqlJournal(place, System::nanoTime, 1_000)) {
      new RandomLife(19, journal, 1).live(40);
      whole = journal.reader().check();
    }
    byte[] bytes = Files.readAllBytes(directory.resolve("ballast.mv.db"));
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int seen = 0;
    for (int i = 0; i < FLIPS; i++) {
      byte[] flipped = bytes.clone();
      int at = random.nextInt(bytes.length);
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      // a folder for each, because H2 may keep a file that it failed to open
      Path damaged = Files.createDirectory(parent.resolve("damaged-" + i));
      Files.copy(directory.resolve("password"), damaged.resolve("password"));
      Files.write(damaged.resolve("ballast.mv.db"), flipped);
      try {
        ChainCheck check = check(damaged);
        seen += check.breaks().isEmpty() ? 0 : 1;
        if (check.breaks().isEmpty()) {
          assertThat(check).as("seed " + seed + ", byte " + at).isEqualTo(whole);
        }
      } catch (JournalException e) {
        seen++;
        assertThat(e)
            .as("seed " + seed + ", byte " + at)
            .hasMessageNotContaining("\n")
            .hasMessageMatching(".*ballast (restore|verify).*");
      }
    }
    assertThat(seen).as("seed " + seed).isPositive();
  }

  @Test
  void aJournalThatIsThereIsRefusedOrMovedAside() throws Exception {
    try (Journal journal = open()) {
      new RandomLife(17, journal, 1).live(20);
      journal.backup(file, NOW);
      assertThatThrownBy(() -> restore(directory, true))
          .isInstanceOfSatisfying(JournalException.class, e -> assertThat(e.locked()).isTrue());
    }
    byte[] before = Files.readAllBytes(directory.resolve("ballast.mv.db"));
    assertThatThrownBy(() -> restore(directory, false))
        .hasMessageContaining("--replace")
        .hasMessageContaining(directory.toString());
    assertThat(Files.readAllBytes(directory.resolve("ballast.mv.db"))).isEqualTo(before);

    Path aside = restore(directory, true).aside().orElseThrow();
    assertThat(Files.readAllBytes(aside.resolve("ballast.mv.db"))).isEqualTo(before);
    assertThat(check(aside).breaks()).isEmpty();
    assertThat(check(directory).breaks()).isEmpty();
  }

  @Test
  void aLostJournalComesBackWithoutReplace() throws Exception {
    try (Journal journal = open()) {
      new RandomLife(18, journal, 1).live(20);
      journal.backup(file, NOW);
    }
    Files.delete(directory.resolve("ballast.mv.db"));
    assertThat(restore(directory, false).aside()).isPresent();
    assertThat(check(directory).breaks()).isEmpty();
  }

  /**
   * Whatever the backup says of an open transfer, the journal that was lost may have known more.
   */
  @ParameterizedTest
  @EnumSource(names = {"INTENT", "SENDING", "UNKNOWN", "CONFIRMED", "HELD"})
  void anOpenTransferWaitsForAPerson(IntentState state) {
    Intent open;
    try (Journal journal = open()) {
      open = KeptAccount.adopted(journal, "main").move(Ticks.START);
      for (IntentState next : wayTo(state)) {
        open = journal.advance(open, next, Ticks.START + 1, "");
      }
      journal.backup(file, NOW);
    }
    Path to = parent.resolve("to");
    restore(to, false);
    try (Journal journal = JournalStore.open(to, System::nanoTime)) {
      assertThat(journal.books("main", NOW).open())
          .hasValueSatisfying(
              intent -> {
                assertThat(intent.id()).isEqualTo(1);
                assertThat(intent.state()).isEqualTo(IntentState.HELD);
                assertThat(intent.sentAtMillis()).isPresent();
              });
      assertThat(journal.reader().check().breaks()).isEmpty();
    }
  }

  private static List<IntentState> wayTo(IntentState state) {
    return switch (state) {
      case SENDING -> List.of(IntentState.SENDING);
      case UNKNOWN, CONFIRMED -> List.of(IntentState.SENDING, state);
      case HELD -> List.of(IntentState.SENDING, IntentState.UNKNOWN, state);
      default -> List.of();
    };
  }

  @Test
  void theNewestBackupIsNamedWhenAJournalIsDamagedOrLost() throws Exception {
    Path backups = directory.resolve(Backups.FOLDER);
    try (Journal journal = open()) {
      journal.backup(backups.resolve(Backups.name(NOW)), NOW);
      journal.backup(backups.resolve(Backups.name(NOW + 1)), NOW + 1);
    }
    String command =
        "ballast restore "
            + backups.resolve(Backups.name(NOW + 1))
            + " --replace --dir "
            + directory;
    Files.writeString(directory.resolve("ballast.mv.db"), "not a database any more".repeat(999));
    assertThatThrownBy(this::open).hasMessageContaining(command);
    Files.delete(directory.resolve("ballast.mv.db"));
    assertThatThrownBy(this::open).hasMessageContaining(command);
  }

  @Test
  void oldBackupsGoAndOtherFilesStay() throws Exception {
    Path folder = Files.createDirectory(parent.resolve("backups"));
    for (int i = 0; i < 5; i++) {
      Files.writeString(folder.resolve(Backups.name(NOW + i)), "a backup");
    }
    Files.writeString(folder.resolve("ballast-notes.backup"), "an operator's own");
    assertThat(Backups.keep(folder, 2)).hasSize(3);
    assertThat(filesIn(folder))
        .containsExactlyInAnyOrder(
            "ballast-notes.backup", Backups.name(NOW + 3), Backups.name(NOW + 4));
  }

  @Test
  void migratingSaysWhatItDidAndKeepsTheFileAsItWas() throws Exception {
    // as it was before expected funding was kept, and what became of notices
    FreshH2.edit(
        directory, script("V39__v_incident.sql").replace("CREATE VIEW", "CREATE OR REPLACE VIEW"));
    FreshH2.edit(directory, "DROP TABLE alert_delivery");
    FreshH2.edit(directory, "ALTER TABLE decision DROP COLUMN funding_ms");
    FreshH2.edit(directory, "ALTER TABLE decision DROP COLUMN funding_e8");
    FreshH2.edit(directory, "DROP TABLE archive");
    FreshH2.edit(
        directory,
        "DELETE FROM \"flyway_schema_history\" WHERE CAST(\"version\" AS INTEGER) >= 44");
    Upgrade upgrade = JournalStore.migrate(directory.toString());
    assertThat(upgrade.before()).isEqualTo(43);
    assertThat(upgrade.after()).isEqualTo(Schema.CURRENT.version());
    assertThat(upgrade.kept()).hasValueSatisfying(kept -> assertThat(kept).isRegularFile());
    assertThat(JournalStore.migrate(directory.toString()).changed()).isFalse();
    assertThat(incidentsSeenByTheReader()).isNotNegative();
  }

  private static String script(String name) throws IOException {
    try (InputStream in = H2BackupTest.class.getResourceAsStream("/db/migration/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A view that was replaced is still one that the reader may read. */
  private long incidentsSeenByTheReader() throws IOException, SQLException {
    String url = "jdbc:h2:file:" + directory.resolve("ballast") + ";IFEXISTS=TRUE";
    String password = Files.readString(directory.resolve(ReaderUser.FILE));
    try (Connection connection = DriverManager.getConnection(url, ReaderUser.NAME, password);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM v_incident")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
