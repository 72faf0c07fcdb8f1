package ballast.web;

import ballast.journal.JournalException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The file that says where an engine listens, and the hold on its directory that keeps a second
 * engine from writing over it. The operating system lets the hold go when the process ends.
 */
final class ControlFile implements AutoCloseable {
  /** Closing any channel of a file gives up the locks of the whole process, so it must know. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final Path lock;
  private final FileChannel channel;

  private ControlFile(Path file, Path lock, FileChannel channel) {
    this.file = file;
    this.lock = lock;
    this.channel = channel;
  }

  /**
   * Holds a directory, which is made where it is missing.
   *
   * @throws JournalException in one plain line when another engine runs there
   */
  static ControlFile in(Path directory) throws IOException {
    OwnerFile.directory(directory);
    Path file = directory.toRealPath().resolve(ControlServer.FILE);
    Path lock = file.resolveSibling(ControlServer.FILE + ".lock");
    if (!HELD.add(lock)) {
      throw isTaken(directory);
    }
    boolean taken = false;
    try {
      FileChannel channel = locked(lock, directory);
      taken = true;
      return new ControlFile(file, lock, channel);
    } finally {
      if (!taken) {
        HELD.remove(lock);
      }
    }
  }

  private static FileChannel locked(Path lock, Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            lock,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            permissions("rw-------"));
    if (channel.tryLock() == null) {
      channel.close();
      throw isTaken(directory);
    }
    return channel;
  }

  private static JournalException isTaken(Path directory) {
    return new JournalException(
        "another engine runs in "
            + directory
            + ": give each a dir of its own, also where they share a journal on PostgreSQL");
  }

  /** As {@link OwnerFile#write}. */
  void publish(String text) throws IOException {
    OwnerFile.write(file, text);
  }

  private static FileAttribute<?> permissions(String text) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
  }

  /** Takes the file away, then lets the directory go; the file of the lock stays. */
  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(file);
    } finally {
      HELD.remove(lock);
    }
  }
}
