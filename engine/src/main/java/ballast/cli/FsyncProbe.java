package ballast.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * How long the disk itself takes to make 4 KiB durable: what a durable intent cannot be faster
 * than.
 */
final class FsyncProbe {
  private static final int TIMES = 100;
  private static final int BYTES = 4096;

  private FsyncProbe() {}

  /** The 99th percentile of an append and fsync in this folder, in milliseconds. */
  static double p99Millis(Path directory) {
    long[] nanos = new long[TIMES];
    try {
      Path file = Files.createTempFile(directory, "fsync", ".probe");
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        for (int i = 0; i < TIMES; i++) {
          long begun = System.nanoTime();
          channel.write(ByteBuffer.allocate(BYTES));
          channel.force(true);
          nanos[i] = System.nanoTime() - begun;
        }
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the disk under " + directory + " could not be measured", e);
    }
    Arrays.sort(nanos);
    return nanos[TIMES - 2] / 1e6;
  }
}
