package ballast.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds a directory for this process; the operating system lets it go when the process ends,
 * however it ends. The file has the process id, for messages.
 */
final class JournalLock implements AutoCloseable {
  /** Closing any channel of a file gives up the locks of the whole process, so it must know. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private JournalLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * @throws JournalException {@linkplain JournalException#locked() locked} when it is held
   */
  static JournalLock take(Path directory) throws IOException {
    Path file = directory.resolve("lock");
    if (!HELD.add(file)) {
      throw inUse(directory, "this process");
    }
    FileChannel channel = null;
    boolean taken = false;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      PrivateFiles.restrict(file);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw inUse(directory, "process " + Files.readString(file).strip());
      }
      byte[] id = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(id));
      taken = true;
      return new JournalLock(file, channel);
    } finally {
      if (!taken) {
        giveUp(file, channel);
      }
    }
  }

  private static void giveUp(Path file, @Nullable FileChannel channel) throws IOException {
    HELD.remove(file);
    if (channel != null) {
      channel.close();
    }
  }

  static JournalException inUse(Path directory, String by) {
    return JournalException.inUse(
        "the journal in "
            + directory
            + " is in use by "
            + by
            + ": stop it first, or ask it through its control endpoint");
  }

  @Override
  public void close() {
    try {
      giveUp(file, channel);
    } catch (IOException e) {
      throw new JournalException("the lock " + file + " could not be given up", e);
    }
  }
}
