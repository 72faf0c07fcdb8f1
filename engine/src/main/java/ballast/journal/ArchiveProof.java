package ballast.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;

/**
 * Reads an archive link by link: each row's hash must follow from the link before it, which is in
 * the file, at the end of the stretch before, or in a table; and the manifest must say what was
 * read.
 */
final class ArchiveProof {
  private final Session session;
  private final AccountTable.Stored account;
  private final List<Seam> seams;
  private final TickTable ticks = new TickTable(new PhraseTable(Dialect.H2), new PolicyTable());

  /**
   * @param seams of the account; at least those before the stretch
   */
  ArchiveProof(Session session, AccountTable.Stored account, List<Seam> seams) {
    this.session = session;
    this.account = account;
    this.seams = seams;
  }

  /**
   * @throws JournalException with file, line and reason, at the first line that is not right
   */
  void of(Seam seam, Path file) {
    Reading reading = new Reading(seam);
    try (ArchiveLines lines = new ArchiveLines(file)) {
      while (lines.hasNext()) {
        String text = lines.text();
        try {
          reading.take(text);
        } catch (IllegalArgumentException e) {
          throw lines.damaged(String.valueOf(e.getMessage()));
        }
      }
      if (!reading.ended) {
        throw lines.damaged("the manifest after it is missing");
      }
    }
  }

  private Digest before(Seam seam, long sequence) {
    if (sequence == 1) {
      return Digest.NOTHING;
    }
    for (Seam other : seams) {
      if (other.last() == seam.first() - 1 && other.last() == sequence - 1) {
        return other.head();
      }
    }
    Digest hash = LinkHash.at(session, account.keys().of(sequence - 1)).orElse(Digest.NOTHING);
    // nothing is held open on a server while a file is read
    session.commit();
    return hash;
  }

  /** A file while it is read. */
  private final class Reading {
    private final Seam seam;
    private final MessageDigest sha256 = Digest.sha256();
    private long sequence;
    private Digest head = Digest.NOTHING;
    private long decisions;
    private long skips;
    private long calls;
    private boolean ended;

    Reading(Seam seam) {
      this.seam = seam;
      this.sequence = seam.first() - 1;
    }

    void take(String line) {
      require(!ended, "something follows the manifest");
      ArchivedRow row = ArchivedRow.parse(line);
      switch (row.table()) {
        case TickTable.DECISIONS -> {
          decisions++;
          tick(row);
        }
        case TickTable.SKIPS -> {
          skips++;
          tick(row);
        }
        case CallTable.NAME -> {
          calls++;
          CallTable.call(row);
        }
        case ArchiveWriter.MANIFEST -> manifest(row);
        default -> throw new IllegalArgumentException("there is no table " + row.table());
      }
      sha256.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void tick(ArchivedRow row) {
      StoredLink stored = ticks.stored(session, row.table(), account.name(), row);
      require(
          stored.sequence() > sequence && stored.sequence() <= seam.last(),
          "sequence " + stored.sequence() + " does not belong there");
      require(stored.link().isPresent(), "it cannot be read: " + stored.fault());
      Digest before =
          sequence >= seam.first() && stored.sequence() == sequence + 1
              ? head
              : before(seam, stored.sequence());
      require(
          before.followedBy(stored.link().orElseThrow().canonical()).equals(stored.hash()),
          "the hash of sequence " + stored.sequence() + " does not match");
      sequence = stored.sequence();
      head = stored.hash();
    }

    private void manifest(ArchivedRow row) {
      ended = true;
      ArchivedRow right =
          ArchiveWriter.manifest(
              account.name(), seam, decisions, skips, calls, Digest.of(sha256.digest()));
      require(row.equals(right), "the manifest says something else than the lines before it");
    }

    private void require(boolean holds, String otherwise) {
      if (!holds) {
        throw new IllegalArgumentException(otherwise);
      }
    }
  }
}
