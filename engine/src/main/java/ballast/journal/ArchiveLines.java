package ballast.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an archive from its first to its manifest. What cannot be read is refused with file,
 * line and reason. One thread at a time.
 */
final class ArchiveLines implements Iterator<ArchivedRow>, AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final BufferedReader reader;
  private long number;
  private @Nullable String next;

  /**
   * @throws JournalException when there is no such file or it is no archive
   */
  ArchiveLines(Path file) {
    this.file = file;
    try {
      this.reader =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(file), BUFFER), StandardCharsets.UTF_8),
              BUFFER);
    } catch (IOException e) {
      throw damaged(file, 1, e.toString());
    }
    advance();
  }

  static JournalException damaged(Path file, long line, String why) {
    return new JournalException(
        "the archive "
            + file
            + " is damaged in line "
            + line
            + " ("
            + why.lines().findFirst().orElse("unknown cause")
            + "): put a good copy of it there");
  }

  /** What is wrong with the line that {@link #next} gave last. */
  JournalException damaged(String why) {
    return damaged(file, number, why);
  }

  private void advance() {
    try {
      next = reader.readLine();
    } catch (IOException e) {
      throw damaged(file, number + 1, e.toString());
    }
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public ArchivedRow next() {
    String line = text();
    try {
      return ArchivedRow.parse(line);
    } catch (IllegalArgumentException e) {
      throw damaged(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Goes to the next row of a table without a look at what lies before; false when there is none.
   */
  boolean skipTo(String table) {
    String begin = ArchivedRow.begin(table);
    while (next != null && !next.startsWith(begin)) {
      text();
    }
    return next != null;
  }

  /** The next line as it is. */
  String text() {
    String line = next;
    if (line == null) {
      throw new NoSuchElementException("the archive has ended");
    }
    number++;
    advance();
    return line;
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new JournalException("the archive " + file + " cannot be closed: " + e, e);
    }
  }
}
