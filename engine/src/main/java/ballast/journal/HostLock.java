package ballast.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One journal per account on this host. Engines of one journal may hold an account together, for
 * its lease says which of them keeps it; an engine of another journal is refused. Each engine has a
 * file of its own, locked by the operating system until the process ends, however it ends.
 */
public final class HostLock implements AutoCloseable {
  /**
   * What this process holds. It also keeps it from opening these files once more: closing any
   * channel of a file gives up the locks of the whole process.
   */
  private static final Map<Path, Holder> HELD = new HashMap<>();

  private static final String SUFFIX = ".lock";

  private final Path file;
  private final FileChannel channel;

  private HostLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Who holds an account.
   *
   * @param process its id
   * @param directory the engine's
   * @param journal where its journal is: the directory, or a PostgreSQL database without its user
   */
  public record Holder(long process, String directory, String journal) {
    private String text() {
      return String.join("\n", Long.toString(process), directory, journal, "");
    }

    private static Holder read(FileChannel channel) throws IOException {
      String text =
          new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines = text.lines().toList();
      return new Holder(Long.parseLong(lines.get(0)), lines.get(1), lines.get(2));
    }
  }

  /**
   * Holds an account for the engines of one journal.
   *
   * @param account its name, for the message
   * @param exchange which exchange it is on, as a part of a file's name
   * @throws JournalException in one plain line when an engine of another journal has it, or the
   *     folder cannot be used
   */
  public static HostLock take(String account, String exchange, AccountKey key, Holder holder) {
    return take(folder(), account, exchange + "-" + key.fingerprint(), holder);
  }

  /**
   * The same for every engine of this user: a service has no {@code XDG_RUNTIME_DIR}, and from
   * {@code /tmp}, which only who has no home must use, files disappear after some days.
   */
  private static Path folder() {
    Path home = Path.of(System.getProperty("user.home", ""));
    return home.isAbsolute() && Files.isWritable(home)
        ? home.resolve(".ballast")
        : Path.of(
            System.getProperty("java.io.tmpdir", "/tmp"),
            "ballast-" + System.getProperty("user.name", ""));
  }

  static HostLock take(Path folder, String account, String name, Holder holder) {
    synchronized (HELD) {
      try {
        PrivateFiles.directory(folder);
        HostLock lock = publish(folder, name, holder);
        boolean alone = false;
        try {
          lock.requireNoOther(account, name, holder);
          alone = true;
          return lock;
        } finally {
          if (!alone) {
            lock.close();
          }
        }
      } catch (IOException e) {
        throw new JournalException(
            "the folder "
                + folder
                + ", where engines see each other, cannot be used ("
                + e
                + "): make it one that this user alone may write to",
            e);
      }
    }
  }

  /** A file has its name only once it is locked and written. */
  private static HostLock publish(Path folder, String name, Holder holder) throws IOException {
    Path fresh = Files.createTempFile(folder, name + "-", ".new");
    if (!Files.getOwner(fresh).equals(Files.getOwner(folder))) {
      Files.delete(fresh);
      throw new IOException("it belongs to " + Files.getOwner(folder));
    }
    FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE);
    boolean published = false;
    try {
      channel.lock();
      channel.write(ByteBuffer.wrap(holder.text().getBytes(StandardCharsets.UTF_8)));
      Path file = folder.resolve(fresh.getFileName().toString().replace(".new", SUFFIX));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      HELD.put(file, holder);
      published = true;
      return new HostLock(file, channel);
    } finally {
      if (!published) {
        Files.deleteIfExists(fresh);
        channel.close();
      }
    }
  }

  private void requireNoOther(String account, String name, Holder mine) throws IOException {
    List<Path> others;
    try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
      others = files.filter(each -> each.toString().endsWith(SUFFIX)).toList();
    }
    for (Path other : others) {
      Optional<Holder> holder = holder(other);
      if (other.getFileName().toString().startsWith(name + "-")
          && holder.isPresent()
          && !holder.get().journal().equals(mine.journal())) {
        throw new JournalException(
            "account "
                + account
                + " is kept on this host by process "
                + holder.get().process()
                + " with another journal, that of "
                + holder.get().directory()
                + ": stop that engine first, or leave the account to it");
      }
    }
  }

  /** Empty, and the file is gone, when the process that had it has ended. */
  private static Optional<Holder> holder(Path file) throws IOException {
    Holder here = HELD.get(file);
    if (here != null) {
      return Optional.of(here);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock free = channel.tryLock(0, Long.MAX_VALUE, true)) {
      if (free != null) {
        Files.deleteIfExists(file);
        return Optional.empty();
      }
      return Optional.of(Holder.read(channel));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    synchronized (HELD) {
      try {
        Files.deleteIfExists(file);
        channel.close();
      } catch (IOException e) {
        throw new JournalException("the lock " + file + " could not be given up", e);
      } finally {
        HELD.remove(file);
      }
    }
  }
}
