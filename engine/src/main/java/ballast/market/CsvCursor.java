package ballast.market;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Walks a CSV file of plain numbers field by field, straight over its bytes: millions of rows are
 * read in a second or two, and nothing but the numbers is allocated. Knows the line it is at, for
 * messages. Quotes are not part of the format. Confined to one thread.
 */
final class CsvCursor implements Closeable {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_ROW = 1 << 12;
  private static final long[] SCALES = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
  };
  private static final int MAX_DECIMALS = 8;
  private static final int MAX_TIME_DIGITS = 18;
  private static final int MAX_WHOLE_DIGITS = 10;

  /** Milliseconds reach this in the year 5138, microseconds did in 1973. */
  private static final long MICROSECONDS_FROM = 100_000_000_000_000L;

  private static final long EARLIEST_MILLIS = 1_230_768_000_000L;
  private static final long LATEST_MILLIS = 4_102_444_800_000L;

  private final String file;
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER + 1];
  private int position;
  private int limit;
  private boolean ended;
  private long line = 1;

  private CsvCursor(String file, InputStream in) {
    this.file = file;
    this.in = in;
    fill();
    skipByteOrderMark();
  }

  /** Opens a file, unpacking it when it is gzip or zip by its first bytes, whatever its name. */
  static CsvCursor open(Path path) {
    try {
      InputStream raw = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
      try {
        return new CsvCursor(String.valueOf(path.getFileName()), unpacked(raw));
      } catch (IOException | MarketFileException e) {
        raw.close();
        throw e;
      }
    } catch (NoSuchFileException e) {
      throw new MarketFileException(path + ": there is no such file", e);
    } catch (IOException e) {
      throw new MarketFileException(path + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
    raw.mark(2);
    int first = raw.read();
    int second = raw.read();
    raw.reset();
    if (first == 0x1f && second == 0x8b) {
      return new GZIPInputStream(raw, 1 << 16);
    }
    return first == 'P' && second == 'K' ? ZippedCsv.open(raw) : raw;
  }

  /** Moves over empty lines; false at the end of the file. */
  boolean hasRow() {
    fill();
    while (position < limit && (buffer[position] == '\n' || buffer[position] == '\r')) {
      line += buffer[position] == '\n' ? 1 : 0;
      position++;
      fill();
    }
    return position < limit;
  }

  /** True when the row begins with a letter or a quote, so is a header and no numbers. */
  boolean atHeader() {
    int next = buffer[position];
    return next == '"' || Character.isLetter(next);
  }

  /** Leaves the row, whatever is still in it. */
  void endRow() {
    int at = position;
    while (buffer[at] != '\n') {
      at++;
    }
    position = at;
    if (position < limit) {
      position++;
      line++;
    } else if (!ended) {
      throw refuse("the row is longer than " + LONGEST_ROW + " bytes; is this a CSV file?");
    }
  }

  /** The header's text, leaving its row. */
  String header() {
    int from = position;
    endRow();
    return new String(buffer, from, position - from, StandardCharsets.UTF_8).strip();
  }

  /** A time in epoch milliseconds; microseconds are recognised by their size. */
  long time(String column) {
    int at = position;
    long value = 0;
    while (isDigit(buffer[at]) && at - position < MAX_TIME_DIGITS) {
      value = value * 10 + (buffer[at++] - '0');
    }
    if (at == position) {
      throw refuse(column + " must be epoch milliseconds, got " + shown());
    }
    position = at;
    endField(column);
    long millis = value >= MICROSECONDS_FROM ? value / 1_000 : value;
    if (millis < EARLIEST_MILLIS || millis >= LATEST_MILLIS) {
      throw refuse(column + " must be epoch milliseconds between 2009 and 2100, got " + value);
    }
    return millis;
  }

  /** A plain decimal × 1e8, with a leading minus where {@code signed}. */
  long decimalE8(String column, boolean signed) {
    boolean negative = signed && buffer[position] == '-';
    int begun = position + (negative ? 1 : 0);
    int at = begun;
    long value = 0;
    while (isDigit(buffer[at]) && at - begun < MAX_WHOLE_DIGITS) {
      value = value * 10 + (buffer[at++] - '0');
    }
    if (at == begun) {
      throw refuse(column + " must be a plain number, got " + shown());
    }
    if (isDigit(buffer[at])) {
      throw refuse(column + " is too large: " + shown());
    }
    int decimals = 0;
    if (buffer[at] == '.') {
      at++;
      while (isDigit(buffer[at]) && decimals < MAX_DECIMALS) {
        value = value * 10 + (buffer[at++] - '0');
        decimals++;
      }
      while (buffer[at] == '0') {
        at++;
      }
      if (isDigit(buffer[at])) {
        throw refuse(column + " has more than 8 decimals: " + shown());
      }
    }
    position = at;
    endField(column);
    value *= SCALES[MAX_DECIMALS - decimals];
    return negative ? -value : value;
  }

  /** Leaves a number of which nothing but that it is one is wanted; an exponent is allowed. */
  void skipNumber(String column) {
    if (!isDigit(buffer[position])) {
      throw refuse(column + " must be a number, got " + shown());
    }
    while (isDigit(buffer[position]) || isNumberMark(buffer[position])) {
      position++;
    }
    endField(column);
  }

  /** What to throw about the line the cursor is at. */
  MarketFileException refuse(String what) {
    return new MarketFileException(file + ", line " + line + ": " + what);
  }

  String file() {
    return file;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new MarketFileException(file + ": cannot be closed: " + e.getMessage(), e);
    }
  }

  private void endField(String column) {
    int next = buffer[position];
    if (next == ',') {
      position++;
    } else if (next != '\n' && !(next == '\r' && buffer[position + 1] == '\n')) {
      throw refuse(column + " must be a plain number, but contains " + shown());
    }
  }

  /**
   * Sees to it that the buffer holds the whole row and a line end behind the last byte, so that
   * reading a field needs no look at the limit.
   */
  private void fill() {
    if (ended || limit - position >= LONGEST_ROW) {
      return;
    }
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    try {
      while (!ended && limit < BUFFER) {
        int read = in.read(buffer, limit, BUFFER - limit);
        ended = read < 0;
        limit += Math.max(0, read);
      }
    } catch (IOException e) {
      throw new MarketFileException(
          file + ", line " + line + ": cannot be read further: " + e.getMessage(), e);
    }
    buffer[limit] = '\n';
  }

  private String shown() {
    int from = position;
    int to = from;
    while (to < limit && to - from < 20 && buffer[to] != ',' && buffer[to] != '\n') {
      to++;
    }
    String text = new String(buffer, from, to - from, StandardCharsets.UTF_8).strip();
    return text.isEmpty() ? "nothing" : "\"" + text + "\"";
  }

  private void skipByteOrderMark() {
    if (limit >= 3
        && buffer[0] == (byte) 0xEF
        && buffer[1] == (byte) 0xBB
        && buffer[2] == (byte) 0xBF) {
      position = 3;
    }
  }

  private static boolean isDigit(int next) {
    return next >= '0' && next <= '9';
  }

  private static boolean isNumberMark(int next) {
    return next == '.' || next == 'e' || next == 'E' || next == '-' || next == '+';
  }
}
