package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.strategy.AccountSnapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in an archive, and that nothing in it can be lost or edited unseen. */
class ArchiveFileTest {
  private static final long START = Instant.parse("2026-01-31T20:00:00Z").toEpochMilli();
  private static final long HOUR = 3_600_000;
  private static final YearMonth JANUARY = YearMonth.of(2026, 1);
  private static final String ACCOUNT = "main";

  @TempDir Path directory = Path.of("");
  private long policy;

  @BeforeEach
  void makesEmpty() throws IOException {
    FreshH2.copyTo(directory);
  }

  private Journal open() {
    return JournalStore.open(directory, System::nanoTime);
  }

  private void tick(Journal journal, long atMillis, String uniMmr) {
    KeptAccount account = KeptAccount.adopted(journal, ACCOUNT, atMillis);
    policy = account.policy();
    AccountSnapshot snapshot = Ticks.account(atMillis, uniMmr);
    journal.call(ACCOUNT, Ticks.call(atMillis));
    account.record(snapshot, account.decide(snapshot));
  }

  private Intent move(Journal journal, long atMillis) {
    KeptAccount account = KeptAccount.adopted(journal, ACCOUNT, atMillis);
    policy = account.policy();
    return account.move(atMillis);
  }

  /** Hold, hold, skip, move, hold before midnight, and a hold after it. */
  private void live() {
    try (Journal journal = open()) {
      tick(journal, START, "2.4");
      tick(journal, START + HOUR / 2, "2.5");
      journal.skip(ACCOUNT, policy, START + HOUR, "no answer");
      Intent intent = move(journal, START + 2 * HOUR);
      journal.advance(intent, IntentState.ABANDONED, START + 2 * HOUR + 1, "drill");
      tick(journal, START + 3 * HOUR, "2.3");
      tick(journal, START + 5 * HOUR, "2.2");
    }
  }

  private List<Archived> archive() {
    return Archives.of(directory.toString(), new Archives.Order(Optional.empty(), JANUARY, false))
        .months();
  }

  private Path archived() {
    live();
    return archive().get(0).file().orElseThrow();
  }

  private static List<String> lines(Path file) throws IOException {
    try (var unzipped = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(unzipped.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static byte[] zipped(List<String> lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void aLineForEachRowAndAManifest() throws Exception {
    Path file = archived();
    assertThat(file).hasParent(directory.toRealPath().resolve("archive"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    List<String> lines = lines(file);
    assertThat(lines)
        .extracting(line -> ArchivedRow.parse(line).table())
        .containsExactly(
            "decision",
            "decision",
            "skipped_tick",
            "decision",
            "api_call",
            "api_call",
            "api_call",
            "archive");
    ArchivedRow manifest = ArchivedRow.parse(lines.get(7));
    assertThat(manifest.columns())
        .containsEntry("utc_month", "2026-01")
        .containsEntry("first_sequence", 1L)
        .containsEntry("last_sequence", 7L)
        .containsEntry("decisions", 3L)
        .containsEntry("skips", 1L)
        .containsEntry("calls", 3L)
        .containsEntry("sha256", Digest.of(String.join("\n", lines.subList(0, 7)) + "\n").hex());
  }

  private void refused(String... mentions) {
    try (Journal journal = open()) {
      assertThatThrownBy(() -> journal.reader().check())
          .isInstanceOf(JournalException.class)
          .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1).contains(mentions));
      assertThatThrownBy(() -> journal.reader().ticks(Span.everything(), tick -> {}))
          .isInstanceOf(JournalException.class);
      assertThatThrownBy(() -> journal.reader().calls(Span.everything(), (account, call) -> {}))
          .isInstanceOf(JournalException.class);
    }
  }

  @Test
  void aMissingFileIsNamed() throws Exception {
    Path file = archived();
    Digest sha256 = ArchiveFile.sha256(file);
    Files.delete(file);
    refused(file.toString(), "is missing", "2026-01 of account main", sha256.hex());
  }

  private static void edit(Path file, Consumer<List<String>> change) throws IOException {
    List<String> lines = new ArrayList<>(lines(file));
    change.accept(lines);
    Files.write(file, zipped(lines));
  }

  private static void replace(List<String> lines, int index, String old, String other) {
    lines.set(index, lines.get(index).replace(old, other));
  }

  @Test
  void anEditedLineIsNamed() throws Exception {
    Path file = archived();
    // the line after a move's, which follows from a row of a table
    edit(file, lines -> replace(lines, 3, "\"kind\":\"HOLD\"", "\"kind\":\"REFUSED\""));
    refused(file + " is damaged in line 4", "the hash of sequence 7 does not match");
  }

  @Test
  void aLineThatIsGoneIsNamed() throws Exception {
    Path file = archived();
    edit(file, lines -> lines.remove(1));
    refused(file + " is damaged in line 2", "the hash of sequence 3 does not match");
  }

  @Test
  void anEditedCallShowsInTheManifest() throws Exception {
    Path file = archived();
    edit(file, lines -> replace(lines, 4, "\"weight\":20", "\"weight\":19"));
    refused(file + " is damaged in line 8", "the manifest says something else");
  }

  @Test
  void aTornFileIsNamedWithTheLineWhereItEnds() throws Exception {
    Path file = archived();
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    refused(file + " is damaged in line ", "EOFException", "put a good copy of it there");
    Files.write(file, new byte[0]);
    refused(file + " is damaged in line 1");
    Files.writeString(file, "no archive");
    refused(file + " is damaged in line 1", "GZIP");
  }

  @Test
  void anotherFileWithTheSameLinesIsRefusedToo() throws Exception {
    Path file = archived();
    byte[] other = zipped(lines(file));
    other[4] = 1; // the time in gzip's header, which no line shows
    Files.write(file, other);
    refused(file + " is another file than was written");
  }

  @Test
  void aRowEditedBeforeIsNotMovedAway() throws Exception {
    live();
    try (Journal journal = open()) {
      // so many that opening the journal does not look as far back
      for (int i = 0; i < 201; i++) {
        journal.skip(ACCOUNT, policy, START + 6 * HOUR + i, "no answer");
      }
    }
    FreshH2.edit(directory, "UPDATE decision SET now_ms = now_ms + 1 WHERE link = 1000000000002");
    assertThatThrownBy(this::archive)
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("the hash of sequence 2 does not match");
    try (Journal journal = open()) {
      assertThat(journal.reader().tick(ACCOUNT, 2)).isPresent();
    }
  }

  @Test
  void nothingIsCutWhileAnIntentIsOpen() {
    try (Journal journal = open()) {
      tick(journal, START, "2.4");
      Intent intent = move(journal, START + HOUR);
      tick(journal, START + 2 * HOUR, "2.3");
      tick(journal, START + 5 * HOUR - 1, "2.3");
      journal.advance(intent, IntentState.ABANDONED, START + 5 * HOUR, "drill");
      tick(journal, START + 6 * HOUR, "2.2");
    }
    assertThat(archive()).extracting(Archived::ticks).containsExactly(1L);
    try (Journal journal = open()) {
      assertThat(journal.reader().check().breaks()).isEmpty();
      assertThat(journal.reader().check().links()).isEqualTo(7);
    }
  }

  @Test
  void theJournalShrinks() {
    try (Journal journal = open()) {
      tick(journal, START, "2.4");
      for (int i = 0; i < 10_000; i++) {
        journal.skip(ACCOUNT, policy, START + i, "no answer " + i % 100);
      }
      tick(journal, START + 6 * HOUR, "2.2");
    }
    Archives.Done done =
        Archives.of(directory.toString(), new Archives.Order(Optional.empty(), JANUARY, false));
    assertThat(done.compacted()).isTrue();
    assertThat(done.bytesAfter()).isLessThan(done.bytesBefore() / 2);
  }

  @Test
  void aJournalWithRoomInItShrinksWithoutAnythingToMove() throws Exception {
    PowerCutFiles.recordOn(null);
    H2Place place =
        H2Place.open(directory, Schema.CURRENT, PowerCutFiles.PREFIX, Growth.standard());
    // left as a killed engine leaves it, which shrinks nothing
    try (Journal journal = new SqlJournal(place, System::nanoTime, 86_400_000)) {
      tick(journal, START, "2.4");
      for (int i = 0; i < 200; i++) {
        journal.skip(ACCOUNT, policy, START + i, "no answer");
        journal.flush();
      }
      Files.copy(directory.resolve("ballast.mv.db"), directory.resolve("killed"));
    }
    Files.move(
        directory.resolve("killed"),
        directory.resolve("ballast.mv.db"),
        StandardCopyOption.REPLACE_EXISTING);
    Archives.Done done =
        Archives.of(directory.toString(), new Archives.Order(Optional.empty(), JANUARY, false));
    assertThat(done.months()).isEmpty();
    assertThat(done.bytesBefore()).isGreaterThan(1 << 20);
    assertThat(done.bytesAfter()).isLessThan(done.bytesBefore() / 4);
    try (Journal journal = open()) {
      assertThat(journal.reader().check().links()).isEqualTo(201);
    }
  }

  @Test
  void aMonthIsOpenUntilSomethingWasDecidedAfterIt() {
    try (Journal journal = open()) {
      tick(journal, START, "2.4");
      journal.skip(ACCOUNT, policy, START + 6 * HOUR, "no answer");
    }
    assertThat(archive()).isEmpty();
  }

  @Test
  void onlyAWholeRowIsRead() {
    for (String line :
        List.of(
            "",
            "[]",
            "{}",
            "{\"link\":1}",
            "{\"table\":3}",
            "{\"table\":\"a\",\"x\":1.5}",
            "{\"table\":\"a\",\"x\":null}",
            "{\"table\":\"a\",\"x\":1,\"x\":2}",
            "{\"table\":\"a\"}{}",
            "{\"table\":\"a\"",
            "{\"table\":\"a\",\"x\":99999999999999999999}")) {
      assertThatThrownBy(() -> ArchivedRow.parse(line))
          .as(line)
          .isInstanceOf(IllegalArgumentException.class);
    }
    ArchivedRow row = ArchivedRow.parse("{\"table\":\"a\",\"x\":-1,\"y\":\"\\u00fc\\n\"}");
    assertThat(ArchivedRow.parse(row.line())).isEqualTo(row);
    assertThat(row.line()).hasLineCount(1);
  }
}
