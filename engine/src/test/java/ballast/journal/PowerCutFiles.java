package ballast.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/**
 * H2's way to a {@link PowerCutDisk}: files as everywhere, but what they are told is recorded, and
 * a force costs nothing.
 */
public final class PowerCutFiles extends FilePathWrapper {
  /** What a URL has before the path. */
  static final String PREFIX = "power-cut:";

  private static final AtomicReference<@Nullable PowerCutDisk> DISK = new AtomicReference<>();

  /** Records on this disk from now on; on none when it is null. */
  static void recordOn(@Nullable PowerCutDisk disk) {
    FilePath.register(new PowerCutFiles());
    DISK.set(disk);
  }

  @Override
  public String getScheme() {
    return PREFIX.substring(0, PREFIX.length() - 1);
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    FileChannel real = super.open(mode);
    PowerCutDisk disk = DISK.get();
    String file = getName();
    Object identity =
        Files.readAttributes(Path.of(unwrap().toString()), BasicFileAttributes.class).fileKey();
    if (disk != null && disk.isNew(file, identity) && real.size() > 0) {
      ByteBuffer all = ByteBuffer.allocate((int) real.size());
      while (all.hasRemaining() && real.read(all, all.position()) > 0) {}
      disk.found(file, all.array());
    }
    return new Recorded(file, real, disk);
  }

  @Override
  public void moveTo(FilePath to, boolean atomicReplace) {
    super.moveTo(to, atomicReplace);
    PowerCutDisk disk = DISK.get();
    if (disk != null) {
      disk.move(getName(), to.getName());
    }
  }

  private static final class Recorded extends FileBaseDefault {
    private final String file;
    private final FileChannel real;
    private final @Nullable PowerCutDisk disk;

    Recorded(String file, FileChannel real, @Nullable PowerCutDisk disk) {
      this.file = file;
      this.real = real;
      this.disk = disk;
    }

    @Override
    public synchronized int read(ByteBuffer target, long at) throws IOException {
      return real.read(target, at);
    }

    @Override
    public synchronized int write(ByteBuffer source, long at) throws IOException {
      byte[] bytes = new byte[source.remaining()];
      source.duplicate().get(bytes);
      int written = real.write(source, at);
      if (written != bytes.length) {
        throw new IOException("a file on a real disk took only a part");
      }
      if (disk != null) {
        disk.write(file, at, bytes);
      }
      return written;
    }

    @Override
    public long size() throws IOException {
      return real.size();
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      real.truncate(size);
      if (disk != null) {
        disk.truncate(file, size);
      }
    }

    @Override
    public void force(boolean metaData) {
      if (disk != null) {
        disk.force(file);
      }
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      real.close();
    }
  }
}
