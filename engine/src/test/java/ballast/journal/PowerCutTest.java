package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ballast.journal.PowerCutDisk.Loss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power is cut at many moments of a journal's life, and each time four disks are looked at that
 * the cut may have left. What opens has kept every promise; what does not is refused in one line
 * and left as it is. The system property {@code ballast.power-cuts} says at how many moments.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PowerCutTest {
  private static final int CUTS = Integer.getInteger("ballast.power-cuts", 200);
  private static final int CUTS_OF_ONE_LIFE = 200;
  private static final long NEVER_MILLIS = 86_400_000;
  private static final String FILE = "ballast.mv.db";

  /** So little that a life is long enough for its file to be written anew while it is open. */
  private static final long MAY_GROW = 256 << 10;

  @TempDir Path parent = Path.of("");

  private int directories;
  private final Map<Integer, Lived> lives = new HashMap<>();

  @AfterEach
  void stopsRecording() {
    PowerCutFiles.recordOn(null);
  }

  @Test
  void whatWasPromisedSurvivesAnyPowerCut() throws Exception {
    Tally tally = new Tally();
    for (int seed = 1; (seed - 1) * CUTS_OF_ONE_LIFE < CUTS; seed++) {
      Lived life = life(seed);
      PowerCutDisk.Playback playback = life.disk.play();
      int moments = Math.min(CUTS_OF_ONE_LIFE, CUTS - (seed - 1) * CUTS_OF_ONE_LIFE);
      for (int moment : moments(seed, life.madeAt, life.disk.moments(), moments)) {
        playback.to(moment);
        look(life, new Moment(seed, moment, playback.promised()), playback, tally);
      }
      lives.remove(seed);
    }
    System.out.println(tally);
    assertThat(tally.refused).doesNotContainKeys(Loss.NOTHING, Loss.EVERYTHING);
    assertThat(tally.refused.values().stream().mapToInt(n -> n).sum())
        .isLessThanOrEqualTo(CUTS * Loss.values().length / 50);
  }

  @Test
  void aJournalThatWasBeingMadeIsMadeAnew() throws Exception {
    Lived life = life(1);
    PowerCutDisk.Playback playback = life.disk.play();
    List<Loss> losses = List.of(Loss.values());
    for (int moment : moments(1, 0, life.madeAt, Math.max(4, CUTS / 40))) {
      playback.to(moment);
      Loss loss = losses.get(moment % losses.size());
      Path directory = fresh();
      for (Map.Entry<String, byte[]> file : playback.cut(loss, new Random(moment)).entrySet()) {
        Files.write(directory.resolve(file.getKey()), file.getValue());
      }
      if (moment % 3 > 0 || Files.exists(directory.resolve(FILE))) {
        Files.writeString(directory.resolve("password.new"), life.password);
      }
      try (Journal journal = open(directory)) {
        assertThat(journal.reader().accounts()).as("moment %s, lost %s", moment, loss).isEmpty();
      }
      assertThat(directory.resolve("ballast-new.mv.db")).doesNotExist();
      clear(directory);
    }
  }

  @Test
  void closingAddsNothingThatAPowerCutCouldTakeApart() throws Exception {
    Lived life = life(1);
    PowerCutDisk.Playback playback = life.disk.play();
    Tally tally = new Tally();
    for (int moment = life.closedAt; moment <= life.disk.moments(); moment++) {
      playback.to(moment);
      look(life, new Moment(1, moment, playback.promised()), playback, tally);
    }
    assertThat(tally.refused).isEmpty();
    assertThat(playback.cut(Loss.EVERYTHING, new Random(1)).get(FILE))
        .as("all is forced")
        .isEqualTo(playback.cut(Loss.NOTHING, new Random(1)).get(FILE));
    assertThat(life.disk.replacedSince(life.madeAt)).as("written anew while open").isPositive();
  }

  /** When the power is cut, and what had been promised by then. */
  private record Moment(int seed, int number, Witness.Promised promised) {}

  /** What becomes of the disks that cuts left. */
  private static final class Tally {
    private final Map<Loss, Integer> opened = new EnumMap<>(Loss.class);
    private final Map<Loss, Integer> refused = new EnumMap<>(Loss.class);
    private int refusedLate;

    @Override
    public String toString() {
      return "power cuts: opened " + opened + ", refused " + refused + ", late " + refusedLate;
    }
  }

  /**
   * A journal's whole life, from before its file was made until it was closed.
   *
   * @param madeAt the moment at which the file had its final name
   * @param closedAt the moment at which it began to close
   * @param chains the hash of every link, by account, in order
   */
  private record Lived(
      PowerCutDisk disk,
      int madeAt,
      int closedAt,
      String password,
      Map<String, List<Digest>> chains) {}

  private Lived life(int seed) throws Exception {
    Lived known = lives.get(seed);
    if (known == null) {
      known = live(seed);
      lives.put(seed, known);
    }
    return known;
  }

  private Lived live(int seed) throws Exception {
    Path directory = fresh();
    PowerCutDisk disk = new PowerCutDisk();
    PowerCutFiles.recordOn(disk);
    H2Place place = place(directory);
    int madeAt = disk.moments();
    Witness.Clock clock = new Witness.Clock();
    int closedAt;
    Map<String, List<Digest>> chains = new HashMap<>();
    SqlJournal real = new SqlJournal(place, clock::nanos, NEVER_MILLIS);
    try (Witness journal = new Witness(real, clock, disk::promise)) {
      RandomLife life = new RandomLife(seed, journal, 2);
      for (int spell = 0; spell < 4; spell++) {
        life.live(8);
        liveQuietly(journal, Ticks.START + spell * 3_600_000L);
        real.rest();
      }
      journal.flush();
      try (Session session = new Session(place.connect())) {
        for (AccountTable.Stored account : AccountTable.all(session)) {
          chains.put(account.name(), hashes(session, account));
        }
      }
      closedAt = disk.moments();
    }
    PowerCutFiles.recordOn(null);
    String password = Files.readString(directory.resolve("password"));
    clear(directory);
    return new Lived(disk, madeAt, closedAt, password, chains);
  }

  private static List<Digest> hashes(Session session, AccountTable.Stored account) {
    List<Digest> hashes = new ArrayList<>();
    try (ChainIterator chain = new ChainIterator(session, account, Path.of("none"))) {
      chain.forEachRemaining(link -> hashes.add(link.hash()));
    }
    return hashes;
  }

  /** Ticks that move nothing, for longer than they may share a commit. */
  private static void liveQuietly(Journal journal, long from) {
    KeptAccount quiet = KeptAccount.adopted(journal, "quiet", from);
    for (int i = 0; i < 25; i++) {
      quiet.hold(from + i * 30_000L);
    }
  }

  private static int[] moments(int seed, int after, int last, int count) {
    return new Random(seed).ints(after + 1, last + 1).distinct().limit(count).sorted().toArray();
  }

  /** Losses that leave the same disk are looked at once. */
  private void look(Lived life, Moment moment, PowerCutDisk.Playback playback, Tally tally)
      throws IOException {
    List<byte[]> seen = new ArrayList<>();
    List<Boolean> opened = new ArrayList<>();
    for (Loss loss : Loss.values()) {
      Random random = new Random(moment.seed * 1_000_003L + moment.number);
      byte[] disk = playback.cut(loss, random).getOrDefault(FILE, new byte[0]);
      int same = 0;
      while (same < seen.size() && !Arrays.equals(seen.get(same), disk)) {
        same++;
      }
      if (same == seen.size()) {
        seen.add(disk);
        opened.add(survives(moment + ", lost " + loss, moment, disk, life, tally));
      }
      (opened.get(same) ? tally.opened : tally.refused).merge(loss, 1, Integer::sum);
    }
  }

  /** True when it opened and holds; false when it was refused as it must be. */
  private boolean survives(String where, Moment moment, byte[] disk, Lived life, Tally tally)
      throws IOException {
    Path directory = fresh();
    Files.writeString(directory.resolve("password"), life.password);
    Path file = Files.write(directory.resolve(FILE), disk);
    boolean open = false;
    try (Journal journal = open(directory)) {
      open = true;
      check(where, moment, life, journal);
      return true;
    } catch (JournalException e) {
      assertThat(e.getMessage())
          .as(where)
          .hasLineCount(1)
          .contains(file.toString(), "ballast restore");
      if (open) {
        System.out.println(where + ", refused late: " + e.getMessage());
        tally.refusedLate++;
      } else {
        assertThat(Arrays.equals(Files.readAllBytes(file), disk)).as(where).isTrue();
      }
      return false;
    } catch (RuntimeException e) {
      return fail(where, e);
    } finally {
      clear(directory);
    }
  }

  private static H2Place place(Path directory) {
    return H2Place.open(
        directory, Schema.CURRENT, PowerCutFiles.PREFIX, new Growth(0, MAY_GROW, Long.MAX_VALUE));
  }

  private static Journal open(Path directory) {
    H2Place place = place(directory);
    boolean opened = false;
    try {
      Journal journal = new SqlJournal(place, System::nanoTime, NEVER_MILLIS);
      opened = true;
      return journal;
    } finally {
      if (!opened) {
        place.close();
      }
    }
  }

  private static void check(String where, Moment moment, Lived life, Journal journal) {
    ChainCheck check = journal.reader().check();
    assertThat(check.breaks()).as(where).isEmpty();
    Map<String, Long> reached = new TreeMap<>();
    for (Map.Entry<String, String> head : check.heads().entrySet()) {
      int length = hexes(life, head.getKey()).indexOf(head.getValue()) + 1;
      assertThat(length > 0 || head.getValue().equals(Digest.NOTHING.hex()))
          .as("%s, %s is a prefix", where, head.getKey())
          .isTrue();
      reached.put(head.getKey(), (long) length);
    }
    moment
        .promised
        .sequences()
        .forEach(
            (account, promised) ->
                assertThat(reached.getOrDefault(account, -1L))
                    .as("%s, chain of %s", where, account)
                    .isGreaterThanOrEqualTo(promised));
    if (moment.number % 8 == 0) {
      goesOn(where, journal, reached);
    }
  }

  private static List<String> hexes(Lived life, String account) {
    return life.chains.getOrDefault(account, List.of()).stream().map(Digest::hex).toList();
  }

  private static void goesOn(String where, Journal journal, Map<String, Long> reached) {
    for (String account : reached.keySet()) {
      OperatorAct pause =
          new OperatorAct(
              account, Ticks.START, OperatorAct.Kind.PAUSE, Optional.empty(), 0, "after the cut");
      journal.act(pause);
    }
    assertThat(journal.reader().check().breaks()).as(where).isEmpty();
  }

  private Path fresh() throws IOException {
    return Files.createDirectory(parent.resolve("journal-" + directories++));
  }

  private static void clear(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
