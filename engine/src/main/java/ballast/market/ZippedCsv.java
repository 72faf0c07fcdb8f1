package ballast.market;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The one CSV file of a zip, as Binance publishes its archives, unpacked while it is read. Anything
 * else in the zip refuses it, because it could not be said which file was meant.
 */
final class ZippedCsv extends FilterInputStream {
  private final ZipInputStream zip;
  private boolean ended;

  private ZippedCsv(ZipInputStream zip) {
    super(zip);
    this.zip = zip;
  }

  /** Takes over the stream, which stands at the beginning of a zip. */
  static InputStream open(InputStream raw) throws IOException {
    ZipInputStream zip = new ZipInputStream(raw);
    ZipEntry entry = zip.getNextEntry();
    if (entry == null || !entry.getName().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      throw new IOException("the zip must hold one CSV file and nothing else");
    }
    return new ZippedCsv(zip);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = ended ? -1 : zip.read(into, offset, length);
    if (read < 0 && !ended) {
      ended = true;
      if (zip.getNextEntry() != null) {
        throw new IOException("the zip must hold one CSV file and nothing else");
      }
    }
    return read;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }
}
