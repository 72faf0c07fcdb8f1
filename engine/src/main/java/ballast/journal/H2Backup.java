package ballast.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;

/**
 * Copies an H2 journal while it is written. H2 makes the copy; nothing is believed of it until it
 * was opened in a folder of its own, its chains were walked and its heads were found in the journal
 * that it was made of.
 */
final class H2Backup {
  private static final long SPARE_BYTES = 64L << 20;

  /** H2's copy, the database to prove, and the sealed file stand beside each other. */
  private static final int TIMES = 3;

  private final H2Place live;
  private final Path directory;
  private final String password;

  H2Backup(H2Place live, Path directory, String password) {
    this.live = live;
    this.directory = directory;
    this.password = password;
  }

  Backup to(Path given, long atMillis) {
    Path file = given.toAbsolutePath().normalize();
    if (Files.exists(file)) {
      throw new JournalException("there is a " + file + " already: name another file");
    }
    Path folder = file.getParent();
    if (folder == null) {
      throw new JournalException(file + " cannot be a backup: name a file");
    }
    try (MadeFolder made = MadeFolder.at(folder)) {
      requireRoom(folder);
      Backup backup;
      try (WorkFolder work = WorkFolder.in(folder)) {
        backup = made(work, file, atMillis);
      }
      made.keep();
      return backup;
    } catch (IOException e) {
      throw notWritten(file, e);
    } catch (SQLException e) {
      throw notWritten(file, e);
    }
  }

  private static JournalException notWritten(Path file, Exception e) {
    String cause = e instanceof SQLException ? String.valueOf(e.getMessage()) : e.toString();
    return new JournalException(
        "the backup "
            + file
            + " was not written ("
            + cause.lines().findFirst().orElse("unknown cause")
            + "), nothing of it is left: name a place that can be written with --out",
        e);
  }

  /** A disk that the backup fills is a disk on which the journal fails. */
  private void requireRoom(Path folder) throws IOException {
    long needed = TIMES * Files.size(directory.resolve(BackupFile.DATABASE)) + SPARE_BYTES;
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < needed) {
      throw new JournalException(
          "a backup needs "
              + (needed >> 20)
              + " MiB while it is made, "
              + folder
              + " has "
              + (free >> 20)
              + ": make room or name another place with --out");
    }
  }

  private Backup made(WorkFolder work, Path file, long atMillis) throws IOException, SQLException {
    Path copy = work.path().resolve("copy.zip");
    SortedMap<String, Manifest.Head> before = Proof.heads(live);
    copy(copy);
    Manifest manifest = proven(copy, work.folder("proof"), before, atMillis);
    Path sealed = work.path().resolve("sealed");
    BackupFile.write(sealed, copy, password, manifest);
    Files.delete(copy);
    requireReadable(sealed, work.folder("again"), manifest);
    PrivateFiles.move(sealed, file);
    ArchiveStock stock = Proof.stock(live, live.archives());
    return new Backup(
        file,
        Files.size(file),
        manifest.decisions(),
        manifest.hashes(),
        stock.whole(),
        stock.missing());
  }

  private void copy(Path zip) throws SQLException {
    try (Connection connection = live.connect();
        PreparedStatement statement = connection.prepareStatement("BACKUP TO ?")) {
      statement.setString(1, zip.toString());
      statement.execute();
    }
  }

  private Manifest proven(
      Path copy, Path folder, SortedMap<String, Manifest.Head> before, long atMillis)
      throws IOException {
    BackupFile.unpackDatabase(copy, folder);
    PrivateFiles.write(folder.resolve(BackupFile.PASSWORD), password);
    try {
      Manifest manifest = Proof.of(folder, atMillis, live.archives());
      requireAll(before, manifest.heads());
      requireSameChains(manifest.heads());
      return manifest;
    } catch (JournalException e) {
      throw doubtful(e);
    }
  }

  private static JournalException doubtful(JournalException e) {
    return new JournalException(
        "no backup was made, because the copy does not hold ("
            + e.getMessage()
            + "): run ballast verify",
        e);
  }

  /** What was durable before the copy was begun must be in it. */
  private static void requireAll(
      Map<String, Manifest.Head> before, Map<String, Manifest.Head> copied) {
    before.forEach(
        (account, head) -> {
          Manifest.Head end = copied.get(account);
          if (end == null || end.sequence() < head.sequence()) {
            throw new JournalException(
                "account " + account + ": it ends before sequence " + head.sequence());
          }
        });
  }

  /** A hash covers all before it, so one equal hash proves the whole chain up to there. */
  private void requireSameChains(Map<String, Manifest.Head> copied) {
    try (Session session = new Session(live.connect())) {
      copied.forEach(
          (account, head) -> {
            Digest here =
                AccountTable.find(session, account)
                    .flatMap(stored -> LinkHash.at(session, stored.keys().of(head.sequence())))
                    .orElse(Digest.NOTHING);
            if (!here.equals(head.hash())) {
              throw new JournalException(
                  "account " + account + ", sequence " + head.sequence() + ": another hash");
            }
          });
    } catch (SQLException e) {
      throw live.explain(e);
    } catch (SqlFailure e) {
      throw live.explain(e.exception());
    }
  }

  /** What a restore will do is done once here; twice, since H2 had copies that opened only once. */
  private static void requireReadable(Path sealed, Path folder, Manifest manifest)
      throws IOException {
    boolean same = BackupFile.manifest(sealed).equals(manifest);
    BackupFile.unpack(sealed, folder);
    try {
      same &= Proof.heads(folder).equals(manifest.heads());
      same &= Proof.heads(folder).equals(manifest.heads());
    } catch (JournalException e) {
      throw doubtful(e);
    }
    if (!same) {
      throw doubtful(new JournalException("it reads back as something else"));
    }
  }
}
