package ballast.market;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;

/**
 * Writes a market file so that it is never taken for a whole one before it is: rows go to a file
 * beside it that ends in {@code .part}, and {@link #complete} renames that. A part that was left
 * behind is continued after its last whole row. For one thread.
 */
public final class MarketFileWriter implements Closeable {
  private static final int LONGEST_ROW = 1 << 12;

  private final Path file;
  private final Path part;
  private final BufferedWriter rows;
  private final OptionalLong last;
  private boolean empty;

  private MarketFileWriter(Path file, Path part, BufferedWriter rows, OptionalLong last) {
    this.file = file;
    this.part = part;
    this.rows = rows;
    this.last = last;
    this.empty = last.isEmpty();
  }

  /**
   * Begins a file, or continues its part.
   *
   * @param header the names of its columns, of which the first is a time
   * @throws IOException when the folder or the file cannot be written
   */
  public static MarketFileWriter open(Path file, String header) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.createDirectories(file.toAbsolutePath().getParent());
    OptionalLong last = lastWholeRow(part);
    if (last.isEmpty()) {
      Files.writeString(part, header + "\n");
    }
    BufferedWriter rows =
        Files.newBufferedWriter(part, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    return new MarketFileWriter(file, part, rows, last);
  }

  /** The time of the last row that an earlier attempt has written; empty when none has. */
  public OptionalLong last() {
    return last;
  }

  /** Adds a row. */
  public void row(long timeMillis, List<String> values) throws IOException {
    empty = false;
    rows.write(timeMillis + "," + String.join(",", values) + "\n");
  }

  /** What is written so far, to be looked at before it becomes the file. */
  public Path part() throws IOException {
    rows.flush();
    return part;
  }

  /** Brings what was written to the disk and gives it its name. */
  public void complete() throws IOException {
    rows.close();
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Leaves the part for another attempt, where there is a row in it. */
  @Override
  public void close() throws IOException {
    rows.close();
    if (empty) {
      Files.deleteIfExists(part);
    }
  }

  /** Cuts a part behind its last whole row, and reads that row's time. */
  private static OptionalLong lastWholeRow(Path part) throws IOException {
    if (!Files.exists(part)) {
      return OptionalLong.empty();
    }
    try (RandomAccessFile open = new RandomAccessFile(part.toFile(), "rw")) {
      long from = Math.max(0, open.length() - LONGEST_ROW);
      byte[] tail = new byte[(int) (open.length() - from)];
      open.seek(from);
      open.readFully(tail);
      String text = new String(tail, StandardCharsets.ISO_8859_1);
      int end = text.lastIndexOf('\n');
      int begin = end <= 0 ? -1 : text.lastIndexOf('\n', end - 1);
      String time = begin < 0 ? "" : text.substring(begin + 1, end).split(",", 2)[0];
      if (!time.matches("[0-9]{1,18}")) {
        return OptionalLong.empty();
      }
      open.setLength(from + end + 1);
      return OptionalLong.of(Long.parseLong(time));
    }
  }
}
