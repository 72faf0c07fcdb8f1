package ballast.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Moves closed months to files, one account and month after the other: the file is written, forced,
 * named and proven; then its seam is committed; only then rows are deleted. Stopped between any two
 * of these it leaves a journal that holds, and the next run goes on.
 */
final class Archiving {
  private static final String PART = ".part";

  /** What was just done; for tests, which stop there. */
  enum Step {
    /** The file is on disk under another name. */
    WRITTEN,
    /** The file has its name. */
    NAMED,
    /** The file was read back link by link. */
    PROVEN,
    /** From now on the file counts, and the rows are there twice. */
    SEALED,
    /** Some of these rows are deleted. */
    PRUNING,
    /** All of these rows are deleted. */
    PRUNED
  }

  private final Session session;
  private final Dialect dialect;
  private final Path folder;
  private final String seamFolder;
  private final Consumer<Step> steps;

  /**
   * @param folder where the files go
   * @param beside whether that is the folder beside the journal, wherever that is
   */
  Archiving(Session session, Dialect dialect, Path folder, boolean beside, Consumer<Step> steps) {
    this.session = session;
    this.dialect = dialect;
    this.folder = folder;
    this.seamFolder = beside ? "" : folder.toString();
    this.steps = steps;
  }

  /**
   * Archives every closed month up to this one.
   *
   * @return what was moved, in order
   * @throws JournalException in one line; what was not moved is still in the journal
   */
  List<Archived> upTo(YearMonth until) throws IOException {
    List<Archived> moved = new ArrayList<>();
    ArchivePruning pruning = new ArchivePruning(session, dialect, steps);
    for (AccountTable.Stored account : AccountTable.all(session)) {
      SeamTable.of(session, account.id()).forEach(seam -> pruning.prune(account, seam));
    }
    PrivateFiles.directory(folder);
    deleteHalves();
    for (AccountTable.Stored account : AccountTable.all(session)) {
      for (YearMonth month : ArchivePlan.months(session, account, until)) {
        Optional<Seam> seam = archive(account, month);
        seam.ifPresent(made -> pruning.prune(account, made));
        seam.map(made -> Archived.of(account.name(), made, folder)).ifPresent(moved::add);
      }
    }
    if (!moved.isEmpty()) {
      pruning.prunePhrases();
    }
    return moved;
  }

  private void deleteHalves() throws IOException {
    List<Path> halves;
    try (Stream<Path> files = Files.list(folder)) {
      halves = files.filter(file -> file.getFileName().toString().endsWith(PART)).toList();
    }
    for (Path half : halves) {
      Files.delete(half);
    }
  }

  private Optional<Seam> archive(AccountTable.Stored account, YearMonth month) throws IOException {
    List<Seam> before = SeamTable.of(session, account.id());
    Optional<MonthCut> cut = ArchivePlan.cut(session, account, month, Seam.endOf(before));
    if (cut.isEmpty()) {
      return Optional.empty();
    }
    Path part = folder.resolve(account.id() + "-" + month + PART);
    Seam seam = ArchiveWriter.write(session, account, cut.get(), seamFolder, part);
    steps.accept(Step.WRITTEN);
    Path file = folder.resolve(seam.file());
    PrivateFiles.move(part, file);
    steps.accept(Step.NAMED);
    prove(account, before, seam, file);
    steps.accept(Step.PROVEN);
    SeamTable.insert(session, seam);
    session.commit();
    dialect.harden(session);
    steps.accept(Step.SEALED);
    return Optional.of(seam);
  }

  private void prove(AccountTable.Stored account, List<Seam> before, Seam seam, Path file)
      throws IOException {
    if (!ArchiveFile.sha256(file).equals(seam.sha256())) {
      throw new JournalException(
          "the archive " + file + " reads back as something else: check the disk");
    }
    new ArchiveProof(session, account, before).of(seam, file);
    long there = ArchivePlan.ticks(session, account, seam.first(), seam.last());
    long written = seam.contents().decisions() + seam.contents().skips();
    if (there != written) {
      throw new JournalException(
          "account "
              + account.name()
              + " has "
              + there
              + " ticks for "
              + file
              + ", which has "
              + written
              + ": run ballast verify");
    }
  }
}
