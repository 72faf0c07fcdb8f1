package ballast.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files that belong together: each is written beside its place under a name that ends in {@code
 * .part}, and they get their names, over what stood there, once all of them are whole. What was not
 * completed is deleted when this closes. For one thread.
 */
public final class WholeFiles implements Closeable {
  private final Map<Path, Path> parts = new LinkedHashMap<>();

  /** What a file is to hold. */
  public interface Contents {
    /**
     * Writes it all; an {@link UncheckedIOException} is taken for its cause.
     *
     * @throws IOException when the writer fails
     */
    void to(Writer out) throws IOException;
  }

  /**
   * Writes one of the files; its folder is made where it is missing.
   *
   * @throws IOException when it cannot be written, or a folder has its name
   */
  public void write(Path file, Contents contents) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, file.getFileName() + " is a folder");
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    parts.put(file, part);
    try (Writer out = Files.newBufferedWriter(part)) {
      contents.to(out);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Brings them all to the disk, and then gives them their names.
   *
   * @throws IOException when the disk does not take them
   */
  public void complete() throws IOException {
    for (Path part : parts.values()) {
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
    for (Map.Entry<Path, Path> part : parts.entrySet()) {
      Files.move(
          part.getValue(),
          part.getKey(),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    }
    parts.clear();
  }

  /** Deletes what has not got its name. */
  @Override
  public void close() throws IOException {
    for (Path part : parts.values()) {
      Files.deleteIfExists(part);
    }
    parts.clear();
  }
}
