package ballast.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks whether a journal file is whole before anything writes to it: opening for writing lets H2
 * repair what a power cut left, and whoever restores wants it as it was.
 */
final class H2Inspection {
  private static final long LOOKED_AT = 200;

  private final Path directory;
  private final Session session;

  /**
   * @param directory of the journal
   * @param connection which reads only
   */
  H2Inspection(Path directory, Connection connection) {
    this.directory = directory;
    this.session = new Session(connection);
  }

  /**
   * Looks whether the file has its end, and where its tables are this version's, reads what was
   * written last, because that is what a power cut takes.
   *
   * @param found the version of the file
   * @param schema of this version
   * @throws JournalException when something is missing or damaged
   */
  void requireWhole(int found, Schema schema) {
    try {
      requireEnd(found);
      if (found == schema.version()) {
        requireReadableEnd();
      }
    } catch (SqlFailure | JournalException e) {
      throw e;
    } catch (RuntimeException e) {
      // a page that is not there reads as anything, also as nothing where something must be
      throw H2Place.lost(directory, "what was written last is damaged");
    }
  }

  /** Whoever notes how far a journal reaches has the tables that this asks, in any version. */
  private void requireEnd(int found) {
    HighWater highWater = new HighWater(directory);
    try {
      if (highWater.isNoted()) {
        Map<String, Long> ends = found == 0 ? Map.of() : AccountTable.ends(session);
        Optional<String> missing = highWater.missing(ends);
        if (missing.isPresent()) {
          throw H2Place.lost(directory, missing.get());
        }
      }
    } catch (IOException e) {
      throw H2Place.lost(directory, "the file " + HighWater.FILE + " beside it cannot be read");
    }
  }

  private void requireReadableEnd() {
    for (AccountTable.Stored account : AccountTable.all(session)) {
      requireChain(account, ChainIterator.tail(session, account, LOOKED_AT));
    }
  }

  private void requireChain(AccountTable.Stored account, List<StoredLink> last) {
    Digest head = last.isEmpty() ? Digest.NOTHING : last.get(0).hash();
    for (StoredLink stored : last.subList(Math.min(1, last.size()), last.size())) {
      Digest before = head;
      head = stored.link().map(link -> before.followedBy(link.canonical())).orElse(before);
    }
    if (!head.equals(account.head())) {
      throw H2Place.lost(directory, "the end of account " + account.name() + "'s chain is damaged");
    }
  }
}
