package ballast.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ticks of one account that are in files, in the order of its chain, forwards only. One thread
 * at a time; closing it closes the file that is open.
 */
final class ArchivedTicks implements AutoCloseable {
  private final Session session;
  private final AccountTable.Stored account;
  private final Span span;
  private final TickTable ticks;
  private final Path folder;
  private final List<Seam> seams;
  private int nextSeam;
  private @Nullable ArchiveLines lines;
  private @Nullable StoredLink next;

  /**
   * @param folder of archives beside the journal
   * @param span whose ticks are wanted; files that have none of it are not opened
   */
  ArchivedTicks(
      Session session, AccountTable.Stored account, Path folder, Span span, TickTable ticks) {
    this.session = session;
    this.account = account;
    this.folder = folder;
    this.span = span;
    this.ticks = ticks;
    this.seams = SeamTable.of(session, account.id());
  }

  /**
   * The links of a window: what the tables have of it, with what is in files. A tick that is in
   * both, because an archive was stopped before it was done, is there once.
   */
  List<StoredLink> with(List<StoredLink> stored, ChainWindow window) {
    List<StoredLink> archived = new ArrayList<>();
    while (reaches(window)) {
      StoredLink link = next;
      next = null;
      if (link != null && link.sequence() >= window.from() && covers(link)) {
        archived.add(link);
      }
    }
    if (archived.isEmpty()) {
      return stored;
    }
    return merged(stored, archived);
  }

  private static List<StoredLink> merged(List<StoredLink> stored, List<StoredLink> archived) {
    Set<Long> sequences = archived.stream().map(StoredLink::sequence).collect(Collectors.toSet());
    List<StoredLink> all = new ArrayList<>(archived);
    stored.stream().filter(link -> !sequences.contains(link.sequence())).forEach(all::add);
    return all;
  }

  private boolean covers(StoredLink stored) {
    return stored
        .link()
        .map(link -> !(link instanceof Link.Tick tick) || span.covers(tick.tick().atMillis()))
        .orElse(true);
  }

  /** Goes to the next archived tick; false when none is left up to the end of the window. */
  private boolean reaches(ChainWindow window) {
    while (next == null) {
      ArchiveLines open = lines;
      if (open == null) {
        if (nextSeam == seams.size() || seams.get(nextSeam).first() > window.to()) {
          return false;
        }
        open(seams.get(nextSeam++), window.from());
      } else {
        read(open);
      }
    }
    return next.sequence() <= window.to();
  }

  private void open(Seam seam, long from) {
    if (seam.last() >= from && seam.contents().meets(span)) {
      lines = new ArchiveFile(seam, folder).open(session, account, seams);
    }
  }

  private void read(ArchiveLines open) {
    ArchivedRow row = open.hasNext() ? open.next() : null;
    if (row == null || !TickTable.TABLES.contains(row.table())) {
      // the ticks stand before everything else
      close();
    } else {
      next = ticks.stored(session, row.table(), account.name(), row);
    }
  }

  @Override
  public void close() {
    ArchiveLines open = lines;
    lines = null;
    if (open != null) {
      open.close();
    }
  }
}
