package ballast.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;

/** The file of a seam. It is opened only when it is the file that was written, byte by byte. */
final class ArchiveFile {
  private static final int BUFFER = 1 << 16;

  private final Seam seam;
  private final Path path;

  /**
   * @param own the folder of archives beside the journal
   */
  ArchiveFile(Seam seam, Path own) {
    this.seam = seam;
    this.path = seam.path(own);
  }

  /**
   * @param account whose stretch it is
   * @param seams of the account
   * @throws JournalException in one line when the file is missing or is not as it was written
   */
  ArchiveLines open(Session session, AccountTable.Stored account, List<Seam> seams) {
    if (!Files.isRegularFile(path)) {
      throw new JournalException(
          "the archive "
              + path
              + " is missing, which has "
              + seam.month()
              + " of account "
              + account.name()
              + ": put a copy of it there, its SHA-256 is "
              + seam.sha256().hex());
    }
    Digest found = sha256();
    if (!found.equals(seam.sha256())) {
      new ArchiveProof(session, account, seams).of(seam, path);
      throw new JournalException(
          "the archive "
              + path
              + " is another file than was written: put a copy there whose SHA-256 is "
              + seam.sha256().hex());
    }
    return new ArchiveLines(path);
  }

  /** True when it is there, as it was written. */
  boolean isWhole() {
    return Files.isRegularFile(path) && sha256().equals(seam.sha256());
  }

  private Digest sha256() {
    try {
      return sha256(path);
    } catch (IOException e) {
      throw new JournalException("the archive " + path + " cannot be read: " + e, e);
    }
  }

  static Digest sha256(Path file) throws IOException {
    MessageDigest sha256 = Digest.sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream bytes = Files.newInputStream(file)) {
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        sha256.update(buffer, 0, read);
      }
    }
    return Digest.of(sha256.digest());
  }
}
